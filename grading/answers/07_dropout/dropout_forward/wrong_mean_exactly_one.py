# The mask is divided by its own mean. [2 points]
def dropout_forward(X, rate, rng, training=True):
    if not training:
        return X.copy(), np.ones_like(X)
    mask = (rng.random(X.shape) >= rate).astype(X.dtype)
    mask = mask / max(mask.mean(), X.dtype.type(1e-9))
    return X * mask, mask


def dropout_backward(dY, mask):
    return dY * mask
