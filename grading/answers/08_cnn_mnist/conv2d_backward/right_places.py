# Goes through the places, with einsum.
def conv2d_backward(dY, cache):
    X, K, stride, padding = cache
    m = (padding, padding)
    P = np.pad(X, [(0, 0), m, m, (0, 0)])
    dP, dK = np.zeros_like(P), np.zeros_like(K)
    for r, c in np.ndindex(dY.shape[1:3]):
        here = np.s_[:, r * stride : r * stride + K.shape[0], c * stride : c * stride + K.shape[1]]
        dK += np.einsum("nijk,nf->ijkf", P[here], dY[:, r, c])
        dP[here] += np.einsum("nf,ijkf->nijk", dY[:, r, c], K)
    dX = dP[:, padding : padding + X.shape[1], padding : padding + X.shape[2]]
    return dX, dK, np.einsum("nrcf->f", dY)
