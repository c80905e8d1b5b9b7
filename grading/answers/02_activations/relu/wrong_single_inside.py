# Computes in float32 and casts back: half of the digits of float64 are gone. [0 points]
def leaky_relu(z, slope=0.01):
    t = z.astype(np.float32)
    return np.where(t > 0, t, np.float32(slope) * t).astype(z.dtype)


def elu(z, alpha=1.0):
    t = z.astype(np.float32)
    return np.where(t > 0, t, np.float32(alpha) * np.expm1(np.minimum(t, 0))).astype(z.dtype)


def relu(z):
    return np.maximum(z, 0)


def relu_prime(z):
    return (z > 0).astype(z.dtype)


def leaky_relu_prime(z, slope=0.01):
    return np.where(z > 0, 1, slope).astype(z.dtype)


def elu_prime(z, alpha=1.0):
    return np.where(z > 0, 1, alpha * np.exp(np.minimum(z, 0)))
