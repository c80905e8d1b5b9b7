# Columns are scaled to length 1 before, and the weights back after. [1 point]
def ridge_fit(X, y, lam):
    size = np.linalg.norm(X, axis=0)
    Z = X / size
    return np.linalg.solve(Z.T @ Z + lam * np.eye(X.shape[1]), Z.T @ y) / size


def l2_gradient(w, lam):
    return lam * w
