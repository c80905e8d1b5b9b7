# Marks what is dropped on copies.
def dropout_forward(X, rate, rng, training=True):
    Y, mask = X.copy(), np.full_like(X, 1.0)
    if training:
        dropped = rng.random(X.shape) < rate
        mask /= 1 - rate
        mask[dropped] = 0
        Y *= mask
    return Y, mask


def dropout_backward(dY, mask):
    dX = dY.copy()
    dX *= mask
    return dX
