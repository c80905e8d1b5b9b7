# Both functions print. [0 points]
def ridge_fit(X, y, lam):
    print(np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T @ y))


def l2_gradient(w, lam):
    print(lam * w)
