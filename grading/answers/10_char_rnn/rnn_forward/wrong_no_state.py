# Dense layers without a loop. [1 point]
def rnn_forward(X, h0, Wx, Wh, b):
    H = np.tanh(X @ Wx + b)
    return H, (X, h0, Wx, Wh, H)
