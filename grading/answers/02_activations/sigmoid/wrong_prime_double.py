# The derivative loses the type: float64 for float32. [2 points]
def sigmoid_prime(z):
    s = np.asarray(sigmoid(z), dtype=np.float64)
    return s * (1 - s)


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1, e) / (1 + e)
