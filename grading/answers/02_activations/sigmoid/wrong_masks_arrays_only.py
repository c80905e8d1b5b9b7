# Masks: right for arrays, but fails for plain numbers. [2 points]
def sigmoid(z):
    out = np.empty(z.shape, np.result_type(z, np.float32) if z.dtype.kind == "f" else float)
    right = z >= 0
    out[right] = 1 / (1 + np.exp(-z[right]))
    out[~right] = np.exp(z[~right]) / (1 + np.exp(z[~right]))
    return out


def sigmoid_prime(z):
    s = sigmoid(z)
    return s * (1 - s)
