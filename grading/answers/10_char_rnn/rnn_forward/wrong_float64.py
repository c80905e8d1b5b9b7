# H is filled into a float64 array. [3 points]
def rnn_forward(X, h0, Wx, Wh, b):
    N, T, D = X.shape
    H = np.zeros((N, T, len(b)))
    h = h0
    for t in range(T):
        h = np.tanh(X[:, t] @ Wx + h @ Wh + b)
        H[:, t] = h
    return H, (X, h0, Wx, Wh, H)
