# Everything in float32. [0 points]
def sigmoid(z):
    z = np.asarray(z, dtype=np.float32)
    return np.float32(0.5) * (1 + np.tanh(z / 2))


def sigmoid_prime(z):
    s = sigmoid(z)
    return s * (1 - s)
