# Clips at 20: off by 2e-9 for all large inputs, which is nothing in float32 only. [1 point]
def sigmoid(z):
    return 1 / (1 + np.exp(-np.clip(z, -20, 20)))


def sigmoid_prime(z):
    s = sigmoid(z)
    return s * (1 - s)
