# Steps of 3 / L. [1 point]
def soft_threshold(w, t):
    return np.sign(w) * np.maximum(np.abs(w) - t, 0)


def lasso_ista(X, y, lam, n_steps):
    L = np.linalg.norm(X, 2) ** 2 / 3
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = soft_threshold(w - X.T @ (X @ w - y) / L, lam / L)
    return w
