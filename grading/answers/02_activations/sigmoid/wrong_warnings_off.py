# Naive, with all warnings of NumPy switched off for good. [1 point]
np.seterr(all="ignore")


def sigmoid(z):
    return 1 / (1 + np.exp(-np.asarray(z)))


def sigmoid_prime(z):
    s = sigmoid(z)
    return s * (1 - s)
