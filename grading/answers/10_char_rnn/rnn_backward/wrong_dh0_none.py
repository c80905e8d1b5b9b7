# None for dh0. [5 points]
def rnn_backward(dH, cache):
    X, h0, Wx, Wh, H = cache
    T = H.shape[1]
    dX = np.zeros(X.shape, dtype=H.dtype)
    dWx, dWh, db = np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(Wh[0])
    dh = np.zeros_like(h0)
    for t in reversed(range(T)):
        before = H[:, t - 1] if t > 0 else h0
        dz = (dH[:, t] + dh) * (1 - H[:, t] ** 2)
        dX[:, t] = dz @ Wx.T
        dWx += X[:, t].T @ dz
        dWh += before.T @ dz
        db += dz.sum(axis=0)
        dh = dz @ Wh.T
    return dX, None, dWx, dWh, db
