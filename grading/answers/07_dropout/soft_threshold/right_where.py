# np.where, three cases; singular values.
def soft_threshold(w, t):
    return np.where(w > t, w - t, np.where(w < -t, w + t, np.zeros_like(w)))


def lasso_ista(X, y, lam, n_steps):
    L = np.linalg.svd(X, compute_uv=False).max() ** 2
    w = np.zeros(X.shape[1], dtype=float)
    for step in range(n_steps):
        slope = np.einsum("ij,i->j", X, X.dot(w) - y)
        w = soft_threshold(w - slope / L, lam / L)
    return w
