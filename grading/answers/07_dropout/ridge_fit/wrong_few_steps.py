# Twenty steps of gradient descent. [1 point]
def ridge_fit(X, y, lam):
    w, L = np.zeros(X.shape[1]), np.linalg.norm(X, 2) ** 2 + lam
    for _ in range(20):
        w = w - (X.T @ (X @ w - y) + lam * w) / L
    return w


def l2_gradient(w, lam):
    return lam * w
