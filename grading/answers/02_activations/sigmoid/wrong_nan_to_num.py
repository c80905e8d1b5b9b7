# Repairs the nan afterwards instead of avoiding it: still warns, and 1 becomes 0. [1 point]
def sigmoid(z):
    return np.nan_to_num(np.exp(z) / (1 + np.exp(z)))


def sigmoid_prime(z):
    s = sigmoid(z)
    return s * (1 - s)
