# FISTA: arrives, but its steps are not ISTA's. [3 points]
def soft_threshold(w, t):
    return np.sign(w) * np.maximum(np.abs(w) - t, 0)


def lasso_ista(X, y, lam, n_steps):
    L = np.linalg.norm(X, 2) ** 2
    w = ahead = np.zeros(X.shape[1])
    t = 1.0
    for _ in range(n_steps):
        new = soft_threshold(ahead - X.T @ (X @ ahead - y) / L, lam / L)
        t_new = (1 + np.sqrt(1 + 4 * t**2)) / 2
        ahead, w, t = new + (t - 1) / t_new * (new - w), new, t_new
    return w
