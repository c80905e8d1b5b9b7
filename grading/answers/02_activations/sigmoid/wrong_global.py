# Uses the notebook's z instead of its argument. [0 points]
def sigmoid(x):
    return 0.5 * (1 + np.tanh(0.5 * z))


def sigmoid_prime(z):
    s = sigmoid(z)
    return s * (1 - s)
