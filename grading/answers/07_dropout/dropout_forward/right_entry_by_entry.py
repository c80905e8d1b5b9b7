# One entry after the other, pure Python.
def dropout_forward(X, rate, rng, training=True):
    mask = np.ones_like(X)
    if training:
        draws = rng.random(X.size).tolist()
        values = [1 / (1 - rate) if draw > rate or rate == 0 else 0.0 for draw in draws]
        mask = np.array(values, dtype=X.dtype).reshape(X.shape)
    return X * mask, mask


def dropout_backward(dY, mask):
    dX = np.empty_like(dY)
    for place in np.ndindex(*dY.shape):
        dX[place] = dY[place] * mask[place]
    return dX
