# Products with the mask; the maximum for the leaky ReLU (whose slope is below 1); elu' = elu + alpha.
def relu(z):
    return z * (z > 0)


def relu_prime(z):
    return 1.0 * (z > 0).astype(z.dtype)


def leaky_relu(z, slope=0.01):
    return np.maximum(z, slope * z)


def leaky_relu_prime(z, slope=0.01):
    on = relu_prime(z)
    return on + slope * (1 - on)


def elu(z, alpha=1.0):
    return z * (z > 0) + alpha * (np.exp(z * (z < 0)) - 1)


def elu_prime(z, alpha=1.0):
    return np.where(z > 0, 1, elu(z, alpha) + alpha)
