# Least squares and a soft threshold. [1 point]
def ridge_fit(X, y, lam):
    w = np.linalg.lstsq(X, y, rcond=None)[0]
    return np.sign(w) * np.maximum(np.abs(w) - lam, 0)


def l2_gradient(w, lam):
    return lam * w
