# Keeps all dz, then matrix products over sequences and steps at once.
def rnn_backward(dH, cache):
    X, h0, Wx, Wh, H = cache
    N, T, n = H.shape
    later = np.zeros((N, n), dtype=H.dtype)
    dZ = []
    for t in range(T - 1, -1, -1):
        dz = (1 - H[:, t]) * (1 + H[:, t]) * (dH[:, t] + later)
        later = np.dot(dz, Wh.T)
        dZ.insert(0, dz)
    dZ = np.stack(dZ, axis=1)
    flat = dZ.reshape(N * T, n)
    before = np.concatenate([h0[:, None], H], axis=1)[:, :T].reshape(N * T, n)
    return [
        (flat @ Wx.T).reshape(X.shape),
        later,
        X.reshape(N * T, -1).T @ flat,
        before.T @ flat,
        flat.sum(axis=0),
    ]
