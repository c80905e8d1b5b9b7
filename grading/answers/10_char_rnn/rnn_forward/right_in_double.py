# Computes in float64 and goes back to the type of the weights; the start is part of the array of states.
def rnn_forward(X, h0, Wx, Wh, b):
    S = np.concatenate([h0[:, None], np.zeros((*X.shape[:2], h0.shape[1]))], axis=1)
    for t in range(X.shape[1]):
        S[:, t + 1] = np.tanh(X[:, t].astype(float) @ Wx + S[:, t] @ Wh + b)
    H = S[:, 1:].astype(Wx.dtype)
    return H, (X, h0, Wx, Wh, H)
