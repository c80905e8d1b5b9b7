# np.where everywhere, the exponent cut off at 0 first.
def relu(z):
    return np.where(z > 0, z, 0)


def relu_prime(z):
    return np.where(z > 0, 1, 0).astype(np.asarray(z).dtype)


def leaky_relu(z, slope=0.01):
    return np.where(z > 0, z, z * slope)


def leaky_relu_prime(z, slope=0.01):
    return np.where(z > 0, 1, slope).astype(z.dtype)


def elu(z, alpha=1.0):
    safe = np.where(z > 0, 0, z)
    return np.where(z > 0, z, alpha * (np.exp(safe) - 1))


def elu_prime(z, alpha=1.0):
    safe = np.where(z > 0, 0, z)
    return np.where(z > 0, 1, alpha * np.exp(safe))
