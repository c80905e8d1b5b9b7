# Reshaped where axes should be exchanged. [1 point]
def rnn_forward(X, h0, Wx, Wh, b):
    h, states = h0, []
    for t in range(X.shape[1]):
        h = np.tanh(X[:, t] @ Wx + h @ Wh + b)
        states.append(h)
    H = np.array(states).reshape(X.shape[0], X.shape[1], -1)
    return H, (X, h0, Wx, Wh, H)
