# itertools.accumulate along the steps.
from itertools import accumulate


def rnn_forward(X, h0, Wx, Wh, b):
    def step(h, x):
        return np.tanh(x @ Wx + h @ Wh + b)

    states = list(accumulate(np.moveaxis(X, 1, 0), step, initial=h0))
    H = np.moveaxis(np.array(states[1:]), 0, 1)
    return H, (X, h0, Wx, Wh, H)
