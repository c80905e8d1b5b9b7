# exp of -log(1 + exp(-z)), by logaddexp.
def sigmoid(z):
    return np.exp(-np.logaddexp(0, np.negative(z)))


def sigmoid_prime(z):
    return np.exp(-np.logaddexp(0, np.negative(z)) - np.logaddexp(0, z))
