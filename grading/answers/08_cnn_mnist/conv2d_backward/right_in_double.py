# Computes in double precision on copies, and rounds at the end.
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    kind = X.dtype
    X, K, dY = X.astype(float), K.astype(float), dY.astype(float)
    m = (padding, padding)
    P = np.pad(X, [(0, 0), m, m, (0, 0)])
    dP = 0 * P
    dK = 0 * K
    h, w = dY.shape[1], dY.shape[2]
    for i in range(K.shape[0]):
        for j in range(K.shape[1]):
            seen = P[:, i:, j:][:, : stride * h : stride, : stride * w : stride]
            dK[i, j] = np.einsum("nrck,nrcf->kf", seen, dY)
            target = dP[:, i:, j:][:, : stride * h : stride, : stride * w : stride]
            target += np.einsum("nrcf,kf->nrck", dY, K[i, j])
    if padding:
        dP = dP[:, padding:-padding, padding:-padding]
    return dP.astype(kind), dK.astype(kind), dY.sum(axis=0).sum(axis=0).sum(axis=0).astype(kind)
