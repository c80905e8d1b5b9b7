# Plain Python: compares pixel by pixel.
def max_pool_forward(X, size=2):
    images = X.tolist()
    Y = [
        [
            [
                [
                    max(image[r * size + i][c * size + j][k] for i in range(size) for j in range(size))
                    for k in range(X.shape[3])
                ]
                for c in range(X.shape[2] // size)
            ]
            for r in range(X.shape[1] // size)
        ]
        for image in images
    ]
    return np.array(Y, dtype=X.dtype), [X, size]


def max_pool_backward(dY, cache):
    X, size = cache
    dX = np.zeros(X.shape, dtype=X.dtype)
    N, h, w, C = dY.shape
    for n in range(N):
        for r in range(h):
            for c in range(w):
                for k in range(C):
                    best = None
                    for y in range(r * size, r * size + size):
                        for x in range(c * size, c * size + size):
                            if best is None or X[n, y, x, k] > X[n, best[0], best[1], k]:
                                best = y, x
                    dX[n, best[0], best[1], k] = dY[n, r, c, k]
    return dX
