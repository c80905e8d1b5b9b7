# One largest pixel for the whole image gets all. [1 point]
def max_pool_forward(X, size=2):
    N, H, W, C = X.shape
    h, w = H // size, W // size
    Y = np.empty((N, h, w, C), dtype=X.dtype)
    for r in range(h):
        for c in range(w):
            window = X[:, r * size : (r + 1) * size, c * size : (c + 1) * size]
            Y[:, r, c] = window.max(axis=(1, 2))
    return Y, (X, size)


def max_pool_backward(dY, cache):
    X, size = cache
    dX = np.zeros_like(X)
    for n, k in np.ndindex(X.shape[0], X.shape[3]):
        y, x = np.unravel_index(X[n, :, :, k].argmax(), X.shape[1:3])
        dX[n, y, x, k] = dY[n, :, :, k].sum()
    return dX
