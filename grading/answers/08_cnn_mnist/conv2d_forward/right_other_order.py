# Adds the shifted images, kernel by kernel; the bias comes first.
def conv2d_forward(X, K, b, stride=1, padding=0):
    kh, kw, C, F = K.shape
    P = np.pad(X, ((0, 0), (padding, padding), (padding, padding), (0, 0)))
    H, W = P.shape[1] - kh + 1, P.shape[2] - kw + 1
    maps = []
    for f in range(F):
        total = np.full((len(X), H, W), b[f], dtype=X.dtype)
        for k in range(C):
            for i in range(kh):
                for j in range(kw):
                    total += P[:, i : i + H, j : j + W, k] * K[i, j, k, f]
        maps.append(total[:, ::stride, ::stride])
    return np.stack(maps, axis=-1), (X, K, stride, padding)
