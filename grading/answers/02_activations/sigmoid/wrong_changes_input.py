# Right numbers, but halves its input in place. [0 points]
def sigmoid(z):
    z = np.asarray(z) if np.asarray(z).dtype.kind == "f" else np.asarray(z, float)
    z *= 0.5
    return 0.5 * (1 + np.tanh(z))


def sigmoid_prime(z):
    s = sigmoid(z)
    return s * (1 - s)
