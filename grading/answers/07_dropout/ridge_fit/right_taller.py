# Least squares of a taller matrix; the gradient in place on a copy.
def ridge_fit(X, y, lam):
    m = X.shape[1]
    taller = np.concatenate([X, lam**0.5 * np.eye(m)])
    return np.linalg.lstsq(taller, np.concatenate([y, np.zeros(m)]), rcond=None)[0]


def l2_gradient(w, lam):
    g = w.copy()
    g *= lam
    return g
