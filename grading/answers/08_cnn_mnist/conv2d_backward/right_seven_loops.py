# One number at a time, and no padded images; the results in a list.
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    dX, dK, db = np.zeros_like(X), np.zeros_like(K), np.zeros(K.shape[3], dtype=dY.dtype)
    for n, r, c, f in np.ndindex(*dY.shape):
        slope = dY[n, r, c, f]
        db[f] += slope
        for i, j, k in np.ndindex(*K.shape[:3]):
            y, x = r * stride + i - padding, c * stride + j - padding
            if 0 <= y < X.shape[1] and 0 <= x < X.shape[2]:
                dX[n, y, x, k] += slope * K[i, j, k, f]
                dK[i, j, k, f] += slope * X[n, y, x, k]
    return [dX, dK, db]
