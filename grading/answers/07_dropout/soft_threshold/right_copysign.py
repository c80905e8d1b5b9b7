# np.copysign; the loss scaled so that L is 1.
def soft_threshold(w, t):
    return np.copysign(np.clip(np.abs(w) - t, 0, None), w)


def lasso_ista(X, y, lam, n_steps):
    size = np.linalg.norm(X, 2)
    A, b = X / size, y / size
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w = soft_threshold(w + A.T @ (b - A @ w), lam / size**2)
    return w
