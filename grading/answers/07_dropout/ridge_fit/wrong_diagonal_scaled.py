# The penalty grows with the column's length. [1 point]
def ridge_fit(X, y, lam):
    A = X.T @ X
    return np.linalg.solve(A + lam * np.diag(np.diag(A)), X.T @ y)


def l2_gradient(w, lam):
    return lam * w
