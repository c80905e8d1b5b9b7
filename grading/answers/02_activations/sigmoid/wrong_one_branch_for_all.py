# Chooses one formula for the whole array by its largest entry. [1 point]
def sigmoid(z):
    z = np.asarray(z)
    if z.max() > 0:
        return 1 / (1 + np.exp(-z))
    return np.exp(z) / (1 + np.exp(z))


def sigmoid_prime(z):
    s = sigmoid(z)
    return s * (1 - s)
