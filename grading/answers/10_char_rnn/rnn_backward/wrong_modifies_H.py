# The slopes are written into H, after its last use. [5 points]
def rnn_backward(dH, cache):
    X, h0, Wx, Wh, H = cache
    before = np.concatenate([h0[:, None], H[:, :-1]], axis=1)
    H **= 2
    dZ = np.empty_like(H)
    dh = np.zeros_like(h0)
    for t in reversed(range(H.shape[1])):
        dZ[:, t] = (dH[:, t] + dh) * (1 - H[:, t])
        dh = dZ[:, t] @ Wh.T
    dWx, dWh = np.einsum("nti,ntj->ij", X, dZ), np.einsum("nti,ntj->ij", before, dZ)
    return dZ @ Wx.T, dh, dWx, dWh, dZ.sum(axis=(0, 1))
