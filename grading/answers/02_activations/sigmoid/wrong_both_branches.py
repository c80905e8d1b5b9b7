# np.where over both formulas: both are computed everywhere. [1 point]
def sigmoid(z):
    z = np.asarray(z)
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))


def sigmoid_prime(z):
    s = sigmoid(z)
    return s * (1 - s)
