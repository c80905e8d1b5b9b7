# One stacked matrix of weights and bias, and its gradient, cut apart.
def rnn_backward(dH, cache):
    X, h0, Wx, Wh, H = cache
    N, T, D = X.shape
    A = np.vstack([Wx, Wh])
    dA = np.zeros((D + len(Wh) + 1, len(Wh)), dtype=A.dtype)
    dX = np.zeros((N, T, D), dtype=A.dtype)
    dh = np.zeros_like(h0)
    ones = np.ones((N, 1), dtype=A.dtype)
    for t in range(T, 0, -1):
        inputs = np.hstack([X[:, t - 1].astype(A.dtype), H[:, t - 2] if t > 1 else h0, ones])
        dz = (dH[:, t - 1] + dh) * (1 - np.square(H[:, t - 1]))
        dA += inputs.T @ dz
        both = dz @ A.T
        dX[:, t - 1], dh = both[:, :D], both[:, D:]
    return dX, dh, dA[:D], dA[D:-1], dA[-1]
