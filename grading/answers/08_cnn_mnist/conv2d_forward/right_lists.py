# Plain Python: nested lists, and a pixel outside of the image is 0.
def conv2d_forward(X, K, b, stride=1, padding=0):
    images, kernels, biases = X.tolist(), K.tolist(), b.tolist()
    N, H, W, C = X.shape
    kh, kw, _, F = K.shape

    def pixel(image, y, x):
        return image[y][x] if 0 <= y < H and 0 <= x < W else [0.0] * C

    Y = [
        [
            [
                [
                    biases[f]
                    + sum(
                        pixel(image, r + i, c + j)[k] * kernels[i][j][k][f]
                        for i in range(kh)
                        for j in range(kw)
                        for k in range(C)
                    )
                    for f in range(F)
                ]
                for c in range(-padding, W + padding - kw + 1, stride)
            ]
            for r in range(-padding, H + padding - kh + 1, stride)
        ]
        for image in images
    ]
    return np.array(Y, dtype=X.dtype), (X, K, stride, padding)
