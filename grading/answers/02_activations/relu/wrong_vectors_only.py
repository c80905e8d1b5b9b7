# One loop over the entries: fails for a matrix. [0 points]
def relu(z):
    out = np.zeros_like(z)
    for i in range(len(z)):
        if z[i] > 0:
            out[i] = z[i]
    return out


def elu(z, alpha=1.0):
    out = z.copy()
    for i in range(len(z)):
        if z[i] <= 0:
            out[i] = alpha * np.expm1(z[i])
    return out


def relu_prime(z):
    return (z > 0).astype(z.dtype)


def leaky_relu(z, slope=0.01):
    return np.where(z > 0, z, slope * z)


def leaky_relu_prime(z, slope=0.01):
    return np.where(z > 0, 1, slope).astype(z.dtype)


def elu_prime(z, alpha=1.0):
    return np.where(z > 0, 1, alpha * np.exp(np.minimum(z, 0)))
