# The matrix has the dtype of X: lam is cut off for whole numbers. [1 point]
def ridge_fit(X, y, lam):
    A = (X.T @ X).astype(X.dtype)
    A += np.asarray(lam * np.eye(len(A))).astype(int)
    return np.linalg.solve(A, X.T @ y)


def l2_gradient(w, lam):
    return lam * w
