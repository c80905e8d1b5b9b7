# Plus a random part that the samples do not see. [1 point]
def min_norm_fit(Phi, y):
    pinv = np.linalg.pinv(Phi)
    v = np.random.default_rng(0).standard_normal(Phi.shape[1])
    return pinv @ y + v - pinv @ (Phi @ v)


def double_descent(n, sizes, noise, rng):
    X, y, X_test, y_test = deep_world.regression_task(n, noise, rng)
    Phi = deep_world.random_features(np.vstack([X, X_test]), max(sizes), rng)
    errors = []
    for p in sizes:
        w = min_norm_fit(Phi[:n, :p], y)
        errors.append(np.mean((Phi[n:, :p] @ w - y_test) ** 2))
    return np.array(errors)
