# float64 out for float32 in: the result is made with np.zeros. [1 point]
def sigmoid(z):
    z = np.asarray(z)
    out = np.zeros(z.shape)
    out[...] = 0.5 * (1 + np.tanh(0.5 * z))
    return out


def sigmoid_prime(z):
    s = sigmoid(z)
    return s * (1 - s)
