# Formula (6) on the rows of the factors that are left; errors into an array of zeros.
def min_norm_fit(Phi, y):
    U, s, Vt = np.linalg.svd(Phi, full_matrices=False)
    seen = s > 1e-12 * s[0]
    return (U.T[seen] @ y / s[seen]) @ Vt[seen]


def double_descent(n, sizes, noise, rng):
    X, y, X_test, y_test = deep_world.regression_task(n, noise, rng)
    A = deep_world.random_features(np.concatenate([X, X_test]), max(sizes), rng)
    errors = np.zeros(len(sizes))
    for i, p in enumerate(sizes):
        w = min_norm_fit(A[:n, :p], y)
        errors[i] = np.mean((A[n:, :p] @ w - y_test) ** 2)
    return errors
