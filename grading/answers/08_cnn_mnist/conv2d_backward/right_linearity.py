# Y is linear in X, K and b: tries one entry after the other, forward.
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    no_bias = np.zeros(K.shape[3], dtype=K.dtype)

    def gained(index, like, forward):
        unit = np.zeros_like(like)
        unit[index] = 1
        return np.sum(dY * forward(unit)[0])

    dX, dK = np.zeros_like(X), np.zeros_like(K)
    for index in np.ndindex(*X.shape):
        dX[index] = gained(index, X, lambda one: conv2d_forward(one, K, no_bias, stride, padding))
    for index in np.ndindex(*K.shape):
        dK[index] = gained(index, K, lambda one: conv2d_forward(X, one, no_bias, stride, padding))
    db = np.stack([dY[..., f].sum() for f in range(K.shape[3])])
    return dX, dK, db
