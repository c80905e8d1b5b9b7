# An if for the sign: fails for arrays. [0 points]
def sigmoid(z):
    if z >= 0:
        return 1 / (1 + np.exp(-z))
    return np.exp(z) / (1 + np.exp(z))


def sigmoid_prime(z):
    s = sigmoid(z)
    return s * (1 - s)
