# One number at a time; a frame of zeros made by hand.
def conv2d_forward(X, K, b, stride=1, padding=0):
    N, H, W, C = X.shape
    kh, kw, _, F = K.shape
    P = np.zeros((N, H + 2 * padding, W + 2 * padding, C), dtype=X.dtype)
    P[:, padding : padding + H, padding : padding + W] = X
    h, w = conv_output_size(H, kh, stride, padding), conv_output_size(W, kw, stride, padding)
    Y = np.zeros((N, h, w, F), dtype=X.dtype)
    for n in range(N):
        for r in range(h):
            for c in range(w):
                for f in range(F):
                    total = 0.0
                    for i in range(kh):
                        for j in range(kw):
                            for k in range(C):
                                total += P[n, r * stride + i, c * stride + j, k] * K[i, j, k, f]
                    Y[n, r, c, f] = total + b[f]
    return Y, (X, K, stride, padding)
