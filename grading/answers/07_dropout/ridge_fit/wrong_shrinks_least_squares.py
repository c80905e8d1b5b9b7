# Least squares divided by 1 + lam. [1 point]
def ridge_fit(X, y, lam):
    return np.linalg.lstsq(X, y, rcond=None)[0] / (1 + lam)


def l2_gradient(w, lam):
    return lam * w
