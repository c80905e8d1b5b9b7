# Difference of two hinges; lasso without calling soft_threshold.
def soft_threshold(w, t):
    return np.maximum(w - t, 0) - np.maximum(-w - t, 0)


def lasso_ista(X, y, lam, n_steps):
    L = np.linalg.eigvalsh(X.T @ X).max()
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        v = w - X.T @ (X @ w - y) / L
        w = np.maximum(v - lam / L, 0) - np.maximum(-v - lam / L, 0)
    return w
