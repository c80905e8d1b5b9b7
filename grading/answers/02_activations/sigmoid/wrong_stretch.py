# tanh(z) instead of tanh(z/2): twice as steep. [0 points]
def sigmoid(z):
    return 0.5 * (1 + np.tanh(z))


def sigmoid_prime(z):
    s = sigmoid(z)
    return s * (1 - s)
