# Works in float64 on copies, in place, and goes back.
def rnn_backward(dH, cache):
    kind = cache[2].dtype
    X, h0, Wx, Wh, H = (np.array(part, dtype=float) for part in cache)
    G = np.array(dH, dtype=float)
    for t in range(G.shape[1] - 1, -1, -1):
        G[:, t] *= 1 - H[:, t] ** 2
        if t:
            G[:, t - 1] += G[:, t] @ Wh.T
    dWh = h0.T @ G[:, 0]
    for t in range(1, G.shape[1]):
        dWh += H[:, t - 1].T @ G[:, t]
    dWx = sum(X[:, t].T @ G[:, t] for t in range(G.shape[1]))
    results = G @ Wx.T, G[:, 0] @ Wh.T, dWx, dWh, G.sum(axis=(0, 1))
    return tuple(part.astype(kind) for part in results)
