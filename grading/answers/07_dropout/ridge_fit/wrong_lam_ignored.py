# Least squares: lam is ignored. [1 point]
def ridge_fit(X, y, lam):
    return np.linalg.lstsq(X, y, rcond=None)[0]


def l2_gradient(w, lam):
    return lam * w
