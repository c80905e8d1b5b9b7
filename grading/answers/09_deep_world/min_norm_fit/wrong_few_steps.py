# Gradient descent from zero, a hundred steps: enough for few directions only. [1 point]
def min_norm_fit(Phi, y):
    w = np.zeros(Phi.shape[1])
    alpha = 0.5 / (np.linalg.norm(Phi, 2) ** 2 or 1.0)
    for _ in range(100):
        w = w - alpha * Phi.T @ (Phi @ w - y)
    return w


def double_descent(n, sizes, noise, rng):
    X, y, X_test, y_test = deep_world.regression_task(n, noise, rng)
    Phi = deep_world.random_features(np.vstack([X, X_test]), max(sizes), rng)
    errors = []
    for p in sizes:
        w = min_norm_fit(Phi[:n, :p], y)
        errors.append(np.mean((Phi[n:, :p] @ w - y_test) ** 2))
    return np.array(errors)
