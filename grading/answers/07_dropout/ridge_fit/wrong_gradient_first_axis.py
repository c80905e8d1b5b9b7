# Divided by the length of the first axis, as if it were a batch. [2 points]
def ridge_fit(X, y, lam):
    return np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T @ y)


def l2_gradient(w, lam):
    return lam * w / len(w)
