# Belongs to a sum of squares without one half. [1 point]
def ridge_fit(X, y, lam):
    return np.linalg.solve(X.T @ X + lam / 2 * np.eye(X.shape[1]), X.T @ y)


def l2_gradient(w, lam):
    return lam * w
