# Shrinks the length of the whole vector. [0 points]
def soft_threshold(w, t):
    size = np.linalg.norm(w)
    return w * max(1 - t / size, 0) if size > 0 else w.copy()


def lasso_ista(X, y, lam, n_steps):
    L = np.linalg.norm(X, 2) ** 2
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = soft_threshold(w - X.T @ (X @ w - y) / L, lam / L)
    return w
