# The penalty instead of its gradient. [2 points]
def ridge_fit(X, y, lam):
    return np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T @ y)


def l2_gradient(w, lam):
    return lam * np.sum(w**2) / 2
