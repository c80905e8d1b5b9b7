# One draw for everything. [2 points]
def dropout_forward(X, rate, rng, training=True):
    if not training:
        return X.copy(), np.ones_like(X)
    mask = np.full_like(X, (rng.random() >= rate) / (1 - rate))
    return X * mask, mask


def dropout_backward(dY, mask):
    return dY * mask
