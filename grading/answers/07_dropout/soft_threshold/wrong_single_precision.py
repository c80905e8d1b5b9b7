# Single precision. [2 points]
def soft_threshold(w, t):
    return np.sign(w) * np.maximum(np.abs(w) - t, 0)


def lasso_ista(X, y, lam, n_steps):
    X, y = X.astype(np.float32), y.astype(np.float32)
    L = float(np.linalg.norm(X, 2) ** 2)
    w = np.zeros(X.shape[1], dtype=np.float32)
    for _ in range(n_steps):
        w = soft_threshold(w - X.T @ (X @ w - y) / L, lam / L)
    return w
