# Recursive least squares: one rank-one update for each sample.
def ridge_fit(X, y, lam):
    m = X.shape[1]
    inverse, w = np.eye(m) / lam, np.zeros(m)
    for x, target in zip(X, y):
        gain = inverse @ x / (1 + x @ inverse @ x)
        w = w + gain * (target - x @ w)
        inverse = inverse - np.outer(gain, x @ inverse)
    return w


def l2_gradient(w, lam):
    return w * np.array(lam, dtype=w.dtype)
