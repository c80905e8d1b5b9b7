# Coordinate descent: arrives, by other steps. [3 points]
def soft_threshold(w, t):
    return np.sign(w) * np.maximum(np.abs(w) - t, 0)


def lasso_ista(X, y, lam, n_steps):
    w, squares = np.zeros(X.shape[1]), np.sum(X**2, axis=0)
    for _ in range(min(n_steps, 600)):
        for j in range(len(w)):
            rest = y - X @ w + X[:, j] * w[j]
            w[j] = soft_threshold(X[:, j] @ rest, lam) / squares[j]
    return w
