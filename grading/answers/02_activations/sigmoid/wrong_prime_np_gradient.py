# Differences between neighbouring entries of z. [2 points]
def sigmoid_prime(z):
    return np.gradient(sigmoid(z), z)


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1, e) / (1 + e)
