# A straight line with ends, the "hard" sigmoid. [0 points]
def sigmoid(z):
    return np.clip(0.25 * np.asarray(z) + 0.5, 0, 1)


def sigmoid_prime(z):
    s = sigmoid(z)
    return s * (1 - s)
