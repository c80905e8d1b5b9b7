# np.where on uniform numbers; the backward pass by np.where, too.
def dropout_forward(X, rate, rng, training=True):
    mask = np.ones(X.shape, dtype=X.dtype)
    if training:
        kept = rng.uniform(size=X.shape) < 1 - rate
        mask = np.where(kept, 1 / (1 - rate), 0).astype(X.dtype)
    return np.multiply(X, mask), mask


def dropout_backward(dY, mask):
    return np.where(mask > 0, mask * dY, np.zeros_like(dY))
