# Gaussian noise of the same variance. [2 points]
def dropout_forward(X, rate, rng, training=True):
    if not training:
        return X.copy(), np.ones_like(X)
    mask = (1 + np.sqrt(rate / (1 - rate)) * rng.standard_normal(X.shape)).astype(X.dtype)
    return X * mask, mask


def dropout_backward(dY, mask):
    return dY * mask
