# dX as a convolution with the turned kernel: for stride 1 only. [3 points]
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    kh, kw = K.shape[:2]
    N, H, W, C = X.shape
    P = np.pad(X, ((0, 0), (padding, padding), (padding, padding), (0, 0)))
    dK = np.zeros_like(K)
    for r in range(dY.shape[1]):
        for c in range(dY.shape[2]):
            y, x = r * stride, c * stride
            slope = dY[:, r, c]
            dK += np.tensordot(P[:, y : y + kh, x : x + kw], slope, axes=(0, 0))
    m = [(0, 0), (kh - 1, kh - 1), (kw - 1, kw - 1), (0, 0)]
    turned = K[::-1, ::-1].transpose(0, 1, 3, 2)
    dP = conv2d_forward(np.pad(dY, m), turned, np.zeros(C, dtype=X.dtype))[0]
    dX = dP[:, padding : padding + H, padding : padding + W]
    db = dY.sum(axis=(0, 1, 2))
    return dX, dK, db
