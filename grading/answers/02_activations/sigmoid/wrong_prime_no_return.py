# The derivative is computed but not returned. [2 points]
def sigmoid_prime(z):
    s = sigmoid(z)
    s * (1 - s)


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1, e) / (1 + e)
