# exp(+z): the sigmoid falls instead of rising; its derivative s (1 - s) is the same. [1 point]
def sigmoid(z):
    return 0.5 * (1 - np.tanh(0.5 * np.asarray(z)))


def sigmoid_prime(z):
    s = sigmoid(z)
    return s * (1 - s)
