# lam is added to every entry. [1 point]
def ridge_fit(X, y, lam):
    return np.linalg.solve(X.T @ X + lam, X.T @ y)


def l2_gradient(w, lam):
    return lam * w
