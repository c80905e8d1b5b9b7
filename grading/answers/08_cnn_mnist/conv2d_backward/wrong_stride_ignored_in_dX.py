# Ignores the stride in dX. [3 points]
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
            dP[:, r : r + kh, c : c + kw] += np.tensordot(slope, K, axes=(1, 3))
    dX = dP[:, padding : padding + H, padding : padding + W]
    db = dY.sum(axis=(0, 1, 2))
    return dX, dK, db
