# exp(z) / (1 + exp(z)): overflows on the right, to nan. [1 point]
def sigmoid(z):
    return np.exp(z) / (1 + np.exp(z))


def sigmoid_prime(z):
    s = sigmoid(z)
    return s * (1 - s)
