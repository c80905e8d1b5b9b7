# Naive sigmoid; only its derivative is safe. [2 points]
def sigmoid(z):
    return 1 / (1 + np.exp(-np.asarray(z)))


def sigmoid_prime(z):
    e = np.exp(-np.abs(z))
    return e / (1 + e) ** 2
