# The identity has the size of the samples. [1 point]
def ridge_fit(X, y, lam):
    return np.linalg.solve(X.T @ X + lam * np.eye(len(X)), X.T @ y)


def l2_gradient(w, lam):
    return lam * w
