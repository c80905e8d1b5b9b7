# Pads all four axes: nothing fits any more. [2 points]
def conv2d_forward(X, K, b, stride=1, padding=0):
    kh, kw, C, F = K.shape
    P = np.pad(X, padding)
    h = (X.shape[1] + 2 * padding - kh) // stride + 1
    w = (X.shape[2] + 2 * padding - kw) // stride + 1
    Y = np.zeros((len(X), h, w, F), dtype=X.dtype)
    for r in range(h):
        for c in range(w):
            window = P[:, r * stride : r * stride + kh, c * stride : c * stride + kw]
            Y[:, r, c] = np.tensordot(window, K, axes=3) + b
    return Y, (X, K, stride, padding)
