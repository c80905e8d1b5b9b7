# Both functions belong to a penalty without one half. [0 points]
def ridge_fit(X, y, lam):
    return np.linalg.solve(X.T @ X + 2 * lam * np.eye(X.shape[1]), X.T @ y)


def l2_gradient(w, lam):
    return 2 * lam * w
