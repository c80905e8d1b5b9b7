# The fit in single precision. [1 point]
def ridge_fit(X, y, lam):
    X, y = X.astype(np.float32), y.astype(np.float32)
    return np.linalg.solve(X.T @ X + np.float32(lam) * np.eye(X.shape[1], dtype=np.float32), X.T @ y)


def l2_gradient(w, lam):
    return lam * w
