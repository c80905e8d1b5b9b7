# A recursive function that returns dz of step t after that of the later ones.
def rnn_backward(dH, cache):
    X, h0, Wx, Wh, H = cache

    def from_step(t):
        if t == H.shape[1]:
            return [np.zeros_like(h0)]
        later = from_step(t + 1)
        dh = dH[:, t] + later[0] @ Wh.T
        return [dh - dh * H[:, t] ** 2, *later]

    dZ = np.stack(from_step(0)[:-1], axis=1)
    states = np.hstack([h0[:, None, :], H[:, :-1]])
    axes = ([0, 1], [0, 1])
    return (
        dZ @ Wx.T,
        dZ[:, 0] @ Wh.T,
        np.tensordot(X, dZ, axes),
        np.tensordot(states, dZ, axes),
        dZ.sum(1).sum(0),
    )
