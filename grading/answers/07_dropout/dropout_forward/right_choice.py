# rng.choice of the two values; einsum.
def dropout_forward(X, rate, rng, training=True):
    if training:
        mask = rng.choice([0.0, 1 / (1 - rate)], p=[rate, 1 - rate], size=X.shape)
    else:
        mask = np.ones(X.shape)
    mask = mask.astype(X.dtype)
    return np.einsum("...,...->...", X, mask), mask


def dropout_backward(dY, mask):
    return np.einsum("...,...->...", dY, mask)
