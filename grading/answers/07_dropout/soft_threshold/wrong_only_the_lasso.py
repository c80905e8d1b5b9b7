# The lasso does it inside; soft_threshold returns nothing. [3 points]
def soft_threshold(w, t):
    pass


def lasso_ista(X, y, lam, n_steps):
    L = np.linalg.norm(X, 2) ** 2
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = w - X.T @ (X @ w - y) / L
        w = np.sign(w) * np.maximum(np.abs(w) - lam / L, 0)
    return w
