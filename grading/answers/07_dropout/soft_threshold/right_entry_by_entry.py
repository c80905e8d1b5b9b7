# A loop over the entries; a copy changed in place in the lasso.
def soft_threshold(w, t):
    result = np.zeros_like(w)
    for place, value in np.ndenumerate(w):
        if value > t:
            result[place] = value - t
        elif value < -t:
            result[place] = value + t
    return result


def lasso_ista(X, y, lam, n_steps):
    L = np.linalg.norm(X, ord=2) ** 2
    w = np.zeros(X.shape[1])
    for _ in range(n_steps):
        w -= X.T @ (X @ w - y) / L
        small = np.abs(w) <= lam / L
        w -= np.sign(w) * lam / L
        w[small] = 0
    return w
