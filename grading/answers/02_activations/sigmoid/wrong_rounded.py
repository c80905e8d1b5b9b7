# Rounded to six decimals. [0 points]
def sigmoid(z):
    return np.round(0.5 * (1 + np.tanh(0.5 * np.asarray(z))), 6)


def sigmoid_prime(z):
    s = sigmoid(z)
    return s * (1 - s)
