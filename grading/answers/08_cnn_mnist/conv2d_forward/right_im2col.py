# Windows as rows of a matrix, and one product.
def conv2d_forward(X, K, b, stride=1, padding=0):
    N, H, W, C = X.shape
    kh, kw, _, F = K.shape
    P = np.pad(X, [(0, 0), (padding, padding), (padding, padding), (0, 0)])
    h, w = (H + 2 * padding - kh) // stride + 1, (W + 2 * padding - kw) // stride + 1
    rows = []
    for n in range(N):
        for r in range(0, h * stride, stride):
            for c in range(0, w * stride, stride):
                rows.append(P[n, r : r + kh, c : c + kw].ravel())
    return (np.array(rows) @ K.reshape(-1, F) + b).reshape(N, h, w, F), (X, K, stride, padding)
