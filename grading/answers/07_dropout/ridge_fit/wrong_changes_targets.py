# Changes y in place and gives the right weights. [1 point]
def ridge_fit(X, y, lam):
    w = np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T @ y)
    y[...] = y - X @ w
    return w


def l2_gradient(w, lam):
    return lam * w
