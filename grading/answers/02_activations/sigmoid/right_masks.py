# Two masks, one formula for each sign.
def sigmoid(z):
    z = np.asarray(z)
    kind = z.dtype if z.dtype in (np.float32, np.float64) else np.float64
    out = np.empty(z.shape, kind)
    right = z >= 0
    out[right] = 1 / (1 + np.exp(-z[right]))
    grown = np.exp(z[~right])
    out[~right] = grown / (1 + grown)
    return out


def sigmoid_prime(z):
    s = sigmoid(z)
    return s - s * s
