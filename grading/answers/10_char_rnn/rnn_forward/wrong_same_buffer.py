# All entries of the list are the same array. [1 point]
def rnn_forward(X, h0, Wx, Wh, b):
    h, states = h0.copy(), []
    for t in range(X.shape[1]):
        h[...] = np.tanh(X[:, t] @ Wx + h @ Wh + b)
        states.append(h)
    H = np.stack(states, axis=1)
    return H, (X, h0, Wx, Wh, H)
