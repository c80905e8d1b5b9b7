# Belongs to a mean of squares. [1 point]
def ridge_fit(X, y, lam):
    return np.linalg.solve(X.T @ X + len(y) * lam / 2 * np.eye(X.shape[1]), X.T @ y)


def l2_gradient(w, lam):
    return lam * w
