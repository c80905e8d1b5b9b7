# Result in an array like z: integers in, integers out, 0.5 cut to 0. [1 point]
def sigmoid(z):
    z = np.asarray(z)
    out = np.empty_like(z)
    e = np.exp(-np.abs(z))
    out[...] = np.where(z >= 0, 1, e) / (1 + e)
    return out


def sigmoid_prime(z):
    s = sigmoid(z)
    return s * (1 - s)
