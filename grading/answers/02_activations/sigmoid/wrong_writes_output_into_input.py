# Writes its result over the input. [0 points]
def sigmoid(z):
    z = np.asarray(z)
    if z.dtype.kind != "f":
        z = z.astype(float)
    z[...] = 0.5 * (1 + np.tanh(0.5 * z))
    return z


def sigmoid_prime(z):
    s = sigmoid(z)
    return s * (1 - s)
