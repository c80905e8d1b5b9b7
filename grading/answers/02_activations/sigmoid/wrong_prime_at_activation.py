# Takes the activation, not z, as the argument of the derivative. [2 points]
def sigmoid_prime(z):
    return z * (1 - z)


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1, e) / (1 + e)
