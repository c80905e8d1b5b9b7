# The images are padded, but the size is computed without it. [3 points]
def conv2d_forward(X, K, b, stride=1, padding=0):
    kh, kw, C, F = K.shape
    P = np.pad(X, ((0, 0), (padding, padding), (padding, padding), (0, 0)))
    h = (X.shape[1] - kh) // stride + 1
    w = (X.shape[2] - kw) // stride + 1
    Y = np.zeros((len(X), h, w, F), dtype=X.dtype)
    for r in range(h):
        for c in range(w):
            window = P[:, r * stride : r * stride + kh, c * stride : c * stride + kw]
            Y[:, r, c] = np.tensordot(window, K, axes=3) + b
    return Y, (X, K, stride, padding)
