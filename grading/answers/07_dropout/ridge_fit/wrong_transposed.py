# X X.T instead of X.T X. [1 point]
def ridge_fit(X, y, lam):
    return np.linalg.solve(X @ X.T + lam * np.eye(len(X)), X @ y)


def l2_gradient(w, lam):
    return lam * w
