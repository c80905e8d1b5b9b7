# Clips at 88, where exp still fits into float32 and the sigmoid is 0 or 1 to 38 digits.
def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -88.0, 88.0)))


def sigmoid_prime(z):
    s = sigmoid(z)
    return s * (1 - s)
