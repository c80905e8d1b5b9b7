# The root of lam. [1 point]
def ridge_fit(X, y, lam):
    return np.linalg.solve(X.T @ X + lam**0.5 * np.eye(X.shape[1]), X.T @ y)


def l2_gradient(w, lam):
    return lam * w
