# The parameter is called alpha, so slope=0.3 is refused. [2 points]
def leaky_relu(z, alpha=0.01):
    return np.where(z > 0, z, alpha * z)


def leaky_relu_prime(z, alpha=0.01):
    return np.where(z > 0, 1, alpha).astype(z.dtype)


def relu(z):
    return np.maximum(z, 0)


def relu_prime(z):
    return (z > 0).astype(z.dtype)


def elu(z, alpha=1.0):
    return np.where(z > 0, z, alpha * np.expm1(np.minimum(z, 0)))


def elu_prime(z, alpha=1.0):
    return np.where(z > 0, 1, alpha * np.exp(np.minimum(z, 0)))
