# The first columns fit, the others get zero. [1 point]
def min_norm_fit(Phi, y):
    w = np.zeros(Phi.shape[1])
    k = min(Phi.shape)
    w[:k] = np.linalg.lstsq(Phi[:, :k], y, rcond=None)[0]
    return w


def double_descent(n, sizes, noise, rng):
    X, y, X_test, y_test = deep_world.regression_task(n, noise, rng)
    Phi = deep_world.random_features(np.vstack([X, X_test]), max(sizes), rng)
    errors = []
    for p in sizes:
        w = min_norm_fit(Phi[:n, :p], y)
        errors.append(np.mean((Phi[n:, :p] @ w - y_test) ** 2))
    return np.array(errors)
