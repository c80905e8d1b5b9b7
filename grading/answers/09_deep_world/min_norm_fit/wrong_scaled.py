# Columns are scaled to length 1: another norm is minimised, and zeros are divided by. [1 point]
def min_norm_fit(Phi, y):
    with np.errstate(invalid="ignore"):
        length = np.linalg.norm(Phi, axis=0)
        return np.linalg.lstsq(Phi / length, y, rcond=None)[0] / length


def double_descent(n, sizes, noise, rng):
    X, y, X_test, y_test = deep_world.regression_task(n, noise, rng)
    Phi = deep_world.random_features(np.vstack([X, X_test]), max(sizes), rng)
    errors = []
    for p in sizes:
        w = min_norm_fit(Phi[:n, :p], y)
        errors.append(np.mean((Phi[n:, :p] @ w - y_test) ** 2))
    return np.array(errors)
