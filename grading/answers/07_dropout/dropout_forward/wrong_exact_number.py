# Always the same number dropped. [2 points]
def dropout_forward(X, rate, rng, training=True):
    if not training:
        return X.copy(), np.ones_like(X)
    mask = (rng.permutation(np.arange(X.size) >= round(rate * X.size)).reshape(X.shape) / (1 - rate)).astype(X.dtype)
    return X * mask, mask


def dropout_backward(dY, mask):
    return dY * mask
