# Returns a flat array. [0 points]
def sigmoid(z):
    return 0.5 * (1 + np.tanh(0.5 * np.ravel(z)))


def sigmoid_prime(z):
    s = sigmoid(z)
    return s * (1 - s)
