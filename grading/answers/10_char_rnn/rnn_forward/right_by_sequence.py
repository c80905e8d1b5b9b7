# One sequence after another, all units at once.
def rnn_forward(X, h0, Wx, Wh, b):
    H = []
    for x, h in zip(X, h0):
        H.append([])
        for t in range(len(x)):
            h = np.tanh(Wx.T @ x[t] + Wh.T @ h + b)
            H[-1].append(h)
    H = np.array(H)
    return H, (X, h0, Wx, Wh, H)
