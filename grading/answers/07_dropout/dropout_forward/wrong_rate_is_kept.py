# rate is taken for the share that stays. [2 points]
def dropout_forward(X, rate, rng, training=True):
    if not training:
        return X.copy(), np.ones_like(X)
    mask = ((rng.random(X.shape) < rate) / max(rate, 1e-9)).astype(X.dtype)
    return X * mask, mask


def dropout_backward(dY, mask):
    return dY * mask
