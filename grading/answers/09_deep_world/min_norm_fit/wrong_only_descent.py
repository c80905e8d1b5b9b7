# min_norm_fit is missing; double_descent uses lstsq itself. [2 points]
def min_norm_fit(Phi, y):
    raise NotImplementedError


def double_descent(n, sizes, noise, rng):
    X, y, X_test, y_test = deep_world.regression_task(n, noise, rng)
    Phi = deep_world.random_features(np.vstack([X, X_test]), max(sizes), rng)
    errors = []
    for p in sizes:
        w = np.linalg.lstsq(Phi[:n, :p], y, rcond=None)[0]
        errors.append(np.mean((Phi[n:, :p] @ w - y_test) ** 2))
    return np.array(errors)
