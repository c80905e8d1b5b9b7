# X.T (X X.T + lam I)^-1 y; the gradient by einsum.
def ridge_fit(X, y, lam):
    return X.T @ np.linalg.solve(X @ X.T + lam * np.eye(len(X)), y)


def l2_gradient(w, lam):
    return np.einsum("...,->...", w, np.asarray(lam, dtype=w.dtype))
