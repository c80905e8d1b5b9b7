# Only for vectors. [3 points]
def soft_threshold(w, t):
    return np.array([max(abs(v) - t, 0) * np.sign(v) for v in w], dtype=w.dtype)


def lasso_ista(X, y, lam, n_steps):
    L = np.linalg.norm(X, 2) ** 2
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = soft_threshold(w - X.T @ (X @ w - y) / L, lam / L)
    return w
