# Divides X and y by the root of lam in place. [1 point]
def ridge_fit(X, y, lam):
    X *= lam**-0.5
    y *= lam**-0.5
    return np.linalg.solve(X.T @ X + np.eye(X.shape[1]), X.T @ y)


def l2_gradient(w, lam):
    return lam * w
