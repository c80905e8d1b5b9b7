# lam is multiplied by the number of samples. [1 point]
def ridge_fit(X, y, lam):
    return np.linalg.solve(X.T @ X + lam * len(y) * np.eye(X.shape[1]), X.T @ y)


def l2_gradient(w, lam):
    return lam * w
