# Loops over everything in Python: hours in the experiments. [5 points]
def rnn_backward(dH, cache):
    X, h0, Wx, Wh, H = cache
    N, T, n = H.shape
    D = X.shape[2]
    dX = np.zeros(X.shape, dtype=H.dtype)
    dWx, dWh, db, dh0 = np.zeros_like(Wx), np.zeros_like(Wh), np.zeros_like(Wh[0]), np.zeros_like(h0)
    for k in range(N):
        dh = [0.0] * n
        for t in range(T - 1, -1, -1):
            before = H[k, t - 1] if t > 0 else h0[k]
            dz = [(dH[k, t, j] + dh[j]) * (1 - H[k, t, j] ** 2) for j in range(n)]
            for j in range(n):
                db[j] += dz[j]
                for i in range(D):
                    dX[k, t, i] += dz[j] * Wx[i, j]
                    dWx[i, j] += X[k, t, i] * dz[j]
                for i in range(n):
                    dWh[i, j] += before[i] * dz[j]
            dh = [sum(dz[j] * Wh[i, j] for j in range(n)) for i in range(n)]
        dh0[k] = dh
    return dX, dh0, dWx, dWh, db
