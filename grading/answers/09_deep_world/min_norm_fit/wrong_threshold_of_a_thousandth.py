# A threshold of a thousandth: nearly equal features are taken for equal. [4 points]
def min_norm_fit(Phi, y):
    return np.linalg.pinv(Phi, rcond=1e-3) @ y


def double_descent(n, sizes, noise, rng):
    X, y, X_test, y_test = deep_world.regression_task(n, noise, rng)
    Phi = deep_world.random_features(np.vstack([X, X_test]), max(sizes), rng)
    errors = []
    for p in sizes:
        w = min_norm_fit(Phi[:n, :p], y)
        errors.append(np.mean((Phi[n:, :p] @ w - y_test) ** 2))
    return np.array(errors)
