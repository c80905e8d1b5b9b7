# SciPy's least squares with a QR decomposition; test inputs above the training inputs.
def min_norm_fit(Phi, y):
    from scipy.linalg import lstsq

    return lstsq(Phi, y, lapack_driver="gelsy", cond=1e-11)[0]


def double_descent(n, sizes, noise, rng):
    X, y, X_test, y_test = deep_world.regression_task(n, noise, rng)
    features = deep_world.random_features(np.r_[X_test, X], max(sizes), rng)
    errors = np.empty(len(sizes))
    for k, p in enumerate(sizes):
        used = features[:, :p]
        w = min_norm_fit(used[len(X_test) :], y)
        errors[k] = np.square(used[: len(X_test)] @ w - y_test).mean()
    return errors
