# Loops over sequences, steps and units in Python: hours in the experiments. [3 points]
import math


def rnn_forward(X, h0, Wx, Wh, b):
    N, T, D = X.shape
    n = len(b)
    H = np.zeros((N, T, n), dtype=Wx.dtype)
    x, A, B, c = X.tolist(), Wx.T.tolist(), Wh.T.tolist(), b.tolist()
    for i in range(N):
        h = h0[i].tolist()
        for t in range(T):
            h = [
                math.tanh(
                    sum(p * q for p, q in zip(x[i][t], A[j])) + sum(p * q for p, q in zip(h, B[j])) + c[j]
                )
                for j in range(n)
            ]
            H[i, t] = h
    return H, (X, h0, Wx, Wh, H)
