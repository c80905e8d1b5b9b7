# Returns the sigmoid itself as its derivative. [2 points]
def sigmoid_prime(z):
    return sigmoid(z)


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1, e) / (1 + e)
