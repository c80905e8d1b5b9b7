# The derivative is put into an array like z: cut to 0 for integers. [2 points]
def sigmoid_prime(z):
    slopes = np.empty_like(z)
    s = sigmoid(z)
    slopes[...] = s * (1 - s)
    return slopes


def sigmoid(z):
    e = np.exp(-np.abs(z))
    return np.where(np.asarray(z) >= 0, 1, e) / (1 + e)
