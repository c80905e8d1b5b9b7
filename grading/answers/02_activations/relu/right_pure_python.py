# Slow, plain Python: one helper that applies a function of one number.
import math


def each(function, z):
    z = np.asarray(z)
    values = [function(number) for number in z.ravel().tolist()]
    return np.array(values, dtype=z.dtype).reshape(z.shape)


def relu(z):
    return each(lambda t: max(t, 0.0), z)


def relu_prime(z):
    return each(lambda t: 1.0 if t > 0 else 0.0, z)


def leaky_relu(z, slope=0.01):
    return each(lambda t: t if t > 0 else slope * t, z)


def leaky_relu_prime(z, slope=0.01):
    return each(lambda t: 1.0 if t > 0 else slope, z)


def elu(z, alpha=1.0):
    return each(lambda t: t if t > 0 else alpha * (math.exp(t) - 1), z)


def elu_prime(z, alpha=1.0):
    return each(lambda t: 1.0 if t > 0 else alpha * math.exp(t), z)
