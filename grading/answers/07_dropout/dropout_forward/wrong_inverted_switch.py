# The switch is turned round. [1 point]
def dropout_forward(X, rate, rng, training=True):
    if training:
        return X.copy(), np.ones_like(X)
    mask = ((rng.random(X.shape) >= rate) / (1 - rate)).astype(X.dtype)
    return X * mask, mask


def dropout_backward(dY, mask):
    return dY * mask
