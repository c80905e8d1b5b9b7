# rng.binomial; X itself in use.
def dropout_forward(X, rate, rng, training=True):
    if not training:
        return X, np.ones_like(X)
    mask = rng.binomial(1, 1 - rate, size=X.shape).astype(X.dtype) / X.dtype.type(1 - rate)
    return mask * X, mask


def dropout_backward(dY, mask):
    return np.multiply(mask, dY)
