# Scaled down in use, although training scales up. [3 points]
def dropout_forward(X, rate, rng, training=True):
    if not training:
        return X * X.dtype.type(1 - rate), np.ones_like(X)
    mask = ((rng.random(X.shape) >= rate) / (1 - rate)).astype(X.dtype)
    return X * mask, mask


def dropout_backward(dY, mask):
    return dY * mask
