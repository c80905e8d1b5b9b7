# lam added to the diagonal in place, then the inverse.
def ridge_fit(X, y, lam):
    A = (X.T @ X).astype(float)
    A[np.diag_indices(len(A))] += lam
    return np.linalg.inv(A) @ (X.T @ y)


def l2_gradient(w, lam):
    return (w * lam).astype(w.dtype)
