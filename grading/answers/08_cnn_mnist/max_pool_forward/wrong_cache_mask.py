# A mask of the largest pixels in the cache. [0 points]
def max_pool_forward(X, size=2):
    N, H, W, C = X.shape
    h, w = H // size, W // size
    Y = np.empty((N, h, w, C), dtype=X.dtype)
    for r in range(h):
        for c in range(w):
            window = X[:, r * size : (r + 1) * size, c * size : (c + 1) * size]
            Y[:, r, c] = window.max(axis=(1, 2))
    up = Y.repeat(size, axis=1).repeat(size, axis=2)
    return Y, (X[:, : h * size, : w * size] == up, size)


def max_pool_backward(dY, cache):
    mask, size = cache
    return mask * dY.repeat(size, axis=1).repeat(size, axis=2)
