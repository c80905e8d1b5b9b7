# The sign of the step, not of the gradient. [2 points]
def ridge_fit(X, y, lam):
    return np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T @ y)


def l2_gradient(w, lam):
    return -lam * w
