# Descent along a subgradient, small weights set to zero at the end. [1 point]
def soft_threshold(w, t):
    return np.sign(w) * np.maximum(np.abs(w) - t, 0)


def lasso_ista(X, y, lam, n_steps):
    L = np.linalg.norm(X, 2) ** 2
    w = np.zeros(X.shape[1])
    for k in range(n_steps):
        w = w - (X.T @ (X @ w - y) + lam * np.sign(w)) / (L * np.sqrt(k + 1))
    w[np.abs(w) < 0.05] = 0
    return w
