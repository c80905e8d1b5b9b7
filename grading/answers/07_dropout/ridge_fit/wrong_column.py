# A column of weights. [1 point]
def ridge_fit(X, y, lam):
    return np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T @ y[:, None])


def l2_gradient(w, lam):
    return lam * w
