# Not scaled in training, scaled down in use. [1 point]
def dropout_forward(X, rate, rng, training=True):
    if not training:
        return X * (1 - rate), np.full_like(X, 1 - rate)
    mask = (rng.random(X.shape) >= rate).astype(X.dtype)
    return X * mask, mask


def dropout_backward(dY, mask):
    return dY * mask
