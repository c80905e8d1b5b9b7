# The weights are rounded to four places. [1 point]
def ridge_fit(X, y, lam):
    w = np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T @ y)
    return np.round(w, 4)


def l2_gradient(w, lam):
    return lam * w
