# Only the derivative changes its input: it takes the absolute value in place. [2 points]
def sigmoid_prime(z):
    np.absolute(z, out=z)
    e = np.exp(-z)
    return e / (1 + e) ** 2


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1, e) / (1 + e)
