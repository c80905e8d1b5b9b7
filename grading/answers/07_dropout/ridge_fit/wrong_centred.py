# Inputs and targets are centred. [1 point]
def ridge_fit(X, y, lam):
    X, y = X - X.mean(axis=0), y - y.mean()
    return np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T @ y)


def l2_gradient(w, lam):
    return lam * w
