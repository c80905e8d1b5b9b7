# Right numbers in nested lists, which have no type. [1 point]
def sigmoid(z):
    return (0.5 * (1 + np.tanh(0.5 * np.asarray(z)))).tolist()


def sigmoid_prime(z):
    s = np.array(sigmoid(z))
    return (s * (1 - s)).tolist()
