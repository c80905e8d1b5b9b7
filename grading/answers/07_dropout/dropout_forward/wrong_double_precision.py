# float64 for float32, always. [1 point]
def dropout_forward(X, rate, rng, training=True):
    if not training:
        return X * 1.0, np.ones(X.shape)
    mask = ((rng.random(X.shape) >= rate) / (1 - rate))
    return X * mask, mask


def dropout_backward(dY, mask):
    return dY * mask
