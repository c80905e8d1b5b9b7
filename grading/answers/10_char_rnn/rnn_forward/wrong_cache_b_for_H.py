# b in the place of H. [3 points]
def rnn_forward(X, h0, Wx, Wh, b):
    N, T, D = X.shape
    H = np.zeros((N, T, len(b)), dtype=np.result_type(h0, Wx))
    h = h0
    for t in range(T):
        h = np.tanh(X[:, t] @ Wx + h @ Wh + b)
        H[:, t] = h
    return H, (X, h0, Wx, Wh, b)
