# Sums of a positive and a negative part; derivatives by comparison.
def relu(z):
    return 0.5 * (z + np.abs(z))


def relu_prime(z):
    return np.heaviside(z, 0)


def leaky_relu(z, slope=0.01):
    return np.maximum(z, 0) + slope * np.minimum(z, 0)


def leaky_relu_prime(z, slope=0.01):
    return slope + (1 - slope) * np.heaviside(z, 0)


def elu(z, alpha=1.0):
    return relu(z) + alpha * np.expm1(np.minimum(z, 0))


def elu_prime(z, alpha=1.0):
    on = np.heaviside(z, 0)
    return on + (1 - on) * alpha * np.exp(np.minimum(z, 0))
