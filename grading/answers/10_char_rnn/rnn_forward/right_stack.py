# A list of states, stacked.
def rnn_forward(X, h0, Wx, Wh, b):
    states = [h0]
    for t in range(X.shape[1]):
        states.append(np.tanh(np.dot(X[:, t, :], Wx) + np.dot(states[-1], Wh) + b))
    H = np.stack(states[1:], axis=1)
    return H, (X, h0, Wx, Wh, H)
