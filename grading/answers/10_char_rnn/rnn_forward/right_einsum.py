# einsum; tanh from exponentials.
def rnn_forward(X, h0, Wx, Wh, b):
    T = X.shape[1]
    H = np.empty(X.shape[:2] + b.shape, dtype=Wx.dtype)
    for t in range(T):
        before = H[:, t - 1] if t > 0 else h0
        z = np.einsum("ni,ij->nj", X[:, t], Wx) + np.einsum("ni,ij->nj", before, Wh) + b
        H[:, t] = 2 / (1 + np.exp(-2 * z)) - 1
    return H, (X, h0, Wx, Wh, H)
