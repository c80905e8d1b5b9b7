# Time comes first; sums of einsum.
def rnn_backward(dH, cache):
    X, h0, Wx, Wh, H = cache
    G, S = np.moveaxis(dH, 1, 0), np.concatenate([h0[None], np.moveaxis(H, 1, 0)])
    D = np.empty_like(S[1:])
    g = 0
    for t in range(len(D))[::-1]:
        D[t] = (G[t] + g) * (1 - S[t + 1] * S[t + 1])
        g = D[t] @ Wh.T
    dWx = np.einsum("ntd,tnj->dj", X, D)
    dWh = np.einsum("tni,tnj->ij", S[:-1], D)
    return np.einsum("tnj,dj->ntd", D, Wx), g, dWx, dWh, np.einsum("tnj->j", D)
