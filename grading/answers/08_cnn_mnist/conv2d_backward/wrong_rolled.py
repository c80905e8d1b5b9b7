# Shifts dY with np.roll, in the wrong direction. [1 point]
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    kh, kw = K.shape[:2]
    N, H, W, C = X.shape
    P = np.pad(X, ((0, 0), (padding, padding), (padding, padding), (0, 0)))
    dP, dK = np.zeros_like(P), np.zeros_like(K)
    for r in range(dY.shape[1]):
        for c in range(dY.shape[2]):
            y, x = r * stride, c * stride
            slope = dY[:, r, c]
            dK += np.tensordot(P[:, y : y + kh, x : x + kw], slope, axes=(0, 0))
    spread = np.zeros((N, P.shape[1] + stride, P.shape[2] + stride, K.shape[3]), dtype=dY.dtype)
    spread[:, : dY.shape[1] * stride : stride, : dY.shape[2] * stride : stride] = dY
    spread = spread[:, : P.shape[1], : P.shape[2]]
    for i in range(kh):
        for j in range(kw):
            dP += np.roll(spread, (-i, -j), axis=(1, 2)) @ K[i, j].T
    dX = dP[:, padding : padding + H, padding : padding + W]
    db = dY.sum(axis=(0, 1, 2))
    return dX, dK, db
