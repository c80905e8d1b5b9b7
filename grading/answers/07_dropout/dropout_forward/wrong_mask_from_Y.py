# Entries that are 0 count as dropped. [2 points]
def dropout_forward(X, rate, rng, training=True):
    if not training:
        return X.copy(), np.ones_like(X)
    mask = ((rng.random(X.shape) >= rate) / (1 - rate)).astype(X.dtype)
    Y = X * mask
    return Y, (Y != 0) * mask


def dropout_backward(dY, mask):
    return dY * mask
