# The where argument of ufuncs: nothing is computed that is not needed.
def relu(z):
    return np.clip(z, 0, None)


def relu_prime(z):
    return np.greater(z, 0).astype(np.asarray(z).dtype)


def leaky_relu(z, slope=0.01):
    return np.multiply(z, slope, out=np.array(z), where=z <= 0)


def leaky_relu_prime(z, slope=0.01):
    return np.multiply(np.ones_like(z), slope, out=np.ones_like(z), where=z <= 0)


def elu(z, alpha=1.0):
    out = np.expm1(z, out=np.array(z), where=z <= 0)
    return np.multiply(out, alpha, out=out, where=z <= 0)


def elu_prime(z, alpha=1.0):
    out = np.exp(z, out=np.ones_like(z), where=z <= 0)
    return np.multiply(out, alpha, out=out, where=z <= 0)
