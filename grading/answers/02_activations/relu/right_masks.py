# Copies whose entries are changed where a mask is true.
def relu(z):
    out = z.copy()
    out[z < 0] = 0
    return out


def relu_prime(z):
    out = np.zeros_like(z)
    out[z > 0] = 1
    return out


def leaky_relu(z, slope=0.01):
    out = z.copy()
    out[z <= 0] *= slope
    return out


def leaky_relu_prime(z, slope=0.01):
    out = np.full_like(z, slope)
    out[z > 0] = 1
    return out


def elu(z, alpha=1.0):
    out = np.array(z)
    off = out <= 0
    out[off] = alpha * np.expm1(out[off])
    return out


def elu_prime(z, alpha=1.0):
    out = np.ones_like(z)
    off = z <= 0
    out[off] = alpha * np.exp(z[off])
    return out
