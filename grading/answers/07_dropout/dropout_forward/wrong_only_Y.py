# Y without the mask. [1 point]
def dropout_forward(X, rate, rng, training=True):
    if not training:
        return X.copy()
    mask = ((rng.random(X.shape) >= rate) / (1 - rate)).astype(X.dtype)
    return X * mask


def dropout_backward(dY, mask):
    return dY * mask
