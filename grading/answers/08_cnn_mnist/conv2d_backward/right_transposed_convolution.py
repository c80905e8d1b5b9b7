# dX as a convolution of dY, spread out by the stride, with the kernel turned.
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    N, H, W, C = X.shape
    kh, kw, _, F = K.shape
    h, w = dY.shape[1:3]
    spread = np.zeros((N, H + 2 * padding + kh - 1, W + 2 * padding + kw - 1, F), dtype=dY.dtype)
    spread[:, kh - 1 : kh - 1 + stride * h : stride, kw - 1 : kw - 1 + stride * w : stride] = dY
    turned = K[::-1, ::-1].transpose(0, 1, 3, 2)

    def correlate(images, kernels):
        tall, wide = kernels.shape[:2]
        rows, columns = images.shape[1] - tall + 1, images.shape[2] - wide + 1
        return sum(
            images[:, i : i + rows, j : j + columns] @ kernels[i, j] for i, j in np.ndindex(tall, wide)
        )

    dP = correlate(spread, turned)
    P = np.pad(X, ((0, 0), (padding, padding), (padding, padding), (0, 0)))
    dense = spread[:, kh - 1 : spread.shape[1], kw - 1 : spread.shape[2]]
    dK = np.empty_like(K)
    for i in range(kh):
        for j in range(kw):
            seen = P[:, i:, j:]
            part = dense[:, : seen.shape[1], : seen.shape[2]]
            dK[i, j] = np.einsum("nrck,nrcf->kf", seen, part)
    return dP[:, padding : padding + H, padding : padding + W], dK, dY.sum((0, 1, 2))
