# Draws in a row and reshapes, in single precision if X is.
def dropout_forward(X, rate, rng, training=True):
    if training is False:
        rate, draws = 0.0, np.ones(X.size)
    else:
        draws = rng.random(X.size)
    kept = (draws >= rate).reshape(X.shape)
    mask = np.zeros_like(X)
    mask[kept] = 1 / (1 - rate)
    return X * mask, mask


def dropout_backward(dY, mask):
    return (dY.ravel() * mask.ravel()).reshape(dY.shape)
