# Slow, plain Python: one number at a time with the math module.
import math


def sigmoid(z):
    z = np.asarray(z)
    values = []
    for number in z.ravel().tolist():
        e = math.exp(-abs(number))
        values.append(1 / (1 + e) if number >= 0 else e / (1 + e))
    kind = np.float32 if z.dtype == np.float32 else np.float64
    return np.array(values, dtype=kind).reshape(z.shape)


def sigmoid_prime(z):
    z = np.asarray(z)
    values = []
    for number in z.ravel().tolist():
        e = math.exp(-abs(number))
        values.append(e / (1 + e) ** 2)
    kind = np.float32 if z.dtype == np.float32 else np.float64
    return np.array(values, dtype=kind).reshape(z.shape)
