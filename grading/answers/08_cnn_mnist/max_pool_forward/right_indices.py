# A reshaped view; backward, one assignment to all places at once.
def max_pool_forward(X, size=2):
    N, H, W, C = X.shape
    rows, columns = H // size, W // size
    blocks = X[:, : rows * size, : columns * size].reshape(N, rows, size, columns, size, C)
    return blocks.max(axis=(2, 4)), (X, size)


def max_pool_backward(dY, cache):
    X, size = cache
    N, rows, columns, C = dY.shape
    blocks = X[:, : rows * size, : columns * size].reshape(N, rows, size, columns, size, C)
    flat = blocks.transpose(0, 1, 3, 5, 2, 4).reshape(N, rows, columns, C, size * size)
    place = flat.argmax(axis=-1)
    n, r, c, k = np.indices(place.shape)
    dX = np.zeros_like(X)
    dX[n, r * size + place // size, c * size + place % size, k] = dY
    return dX
