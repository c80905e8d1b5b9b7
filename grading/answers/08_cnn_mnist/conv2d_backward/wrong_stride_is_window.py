# The windows do not overlap. [1 point]
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    kh, kw = K.shape[:2]
    N, H, W, C = X.shape
    P = np.pad(X, ((0, 0), (padding, padding), (padding, padding), (0, 0)))
    dP, dK = np.zeros_like(P), np.zeros_like(K)
    for r in range(dY.shape[1]):
        for c in range(dY.shape[2]):
            y, x = r * kh, c * kw
            slope = dY[:, r, c]
            seen = P[:, r * stride : r * stride + kh, c * stride : c * stride + kw]
            dK += np.tensordot(seen, slope, axes=(0, 0))
            part = np.tensordot(slope, K, axes=(1, 3))
            target = dP[:, y : y + kh, x : x + kw]
            target += part[:, : target.shape[1], : target.shape[2]]
    dX = dP[:, padding : padding + H, padding : padding + W]
    db = dY.sum(axis=(0, 1, 2))
    return dX, dK, db
