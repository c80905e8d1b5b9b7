# No ELU. [2 points]
def relu(z):
    return np.maximum(z, 0)


def relu_prime(z):
    return (z > 0).astype(z.dtype)


def leaky_relu(z, slope=0.01):
    return np.where(z > 0, z, slope * z)


def leaky_relu_prime(z, slope=0.01):
    return np.where(z > 0, 1, slope).astype(z.dtype)
