# dX takes the sum of the slopes for each kernel. [1 point]
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
            dP[:, y : y + kh, x : x + kw] += slope.sum(axis=1)[:, None, None, None] * K.sum(axis=3)
    dX = dP[:, padding : padding + H, padding : padding + W]
    return dX, dK, dY.sum(axis=(0, 1, 2))
