# The mask is True and False. [2 points]
def dropout_forward(X, rate, rng, training=True):
    if not training:
        return X.copy(), np.ones_like(X)
    mask = rng.random(X.shape) >= rate
    return (X * mask / (1 - rate)).astype(X.dtype), mask


def dropout_backward(dY, mask):
    return dY * mask
