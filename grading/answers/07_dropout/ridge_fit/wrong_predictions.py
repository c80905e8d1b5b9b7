# Returns the predictions. [1 point]
def ridge_fit(X, y, lam):
    return X @ np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T @ y)


def l2_gradient(w, lam):
    return lam * w
