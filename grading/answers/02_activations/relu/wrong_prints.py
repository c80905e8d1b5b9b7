# Prints instead of returning. [0 points]
def relu(z):
    print(np.maximum(z, 0))


def elu(z, alpha=1.0):
    print(np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0))))


def relu_prime(z):
    return (z > 0).astype(z.dtype)


def leaky_relu(z, slope=0.01):
    return np.where(z > 0, z, slope * z)


def leaky_relu_prime(z, slope=0.01):
    return np.where(z > 0, 1, slope).astype(z.dtype)


def elu_prime(z, alpha=1.0):
    return np.where(z > 0, 1, alpha * np.exp(np.minimum(z, 0)))
