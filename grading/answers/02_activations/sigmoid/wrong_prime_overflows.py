# exp(-z) times the square of the sigmoid: overflows on the left. [2 points]
def sigmoid_prime(z):
    return np.exp(-z) * sigmoid(z) ** 2


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1, e) / (1 + e)
