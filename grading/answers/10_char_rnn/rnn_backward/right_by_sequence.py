# One sequence after another, with outer products.
def rnn_backward(dH, cache):
    X, h0, Wx, Wh, H = cache
    dX, dh0 = [], []
    dWx, dWh, db = 0 * Wx, 0 * Wh, 0 * Wh[0]
    for x, start, states, gradients in zip(X, h0, H, dH):
        later, rows = 0 * start, []
        for t in range(len(x))[::-1]:
            dz = (gradients[t] + later) * (1 - states[t] ** 2)
            dWx += np.outer(x[t], dz).astype(dWx.dtype)
            dWh += np.outer(states[t - 1] if t else start, dz)
            db += dz
            rows.append(Wx @ dz)
            later = Wh @ dz
        dX.append(rows[::-1])
        dh0.append(later)
    return np.array(dX), np.array(dh0), dWx, dWh, db
