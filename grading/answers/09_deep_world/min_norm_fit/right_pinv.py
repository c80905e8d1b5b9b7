# The pseudoinverse; a list comprehension.
def min_norm_fit(Phi, y):
    return np.linalg.pinv(Phi) @ y


def double_descent(n, sizes, noise, rng):
    X, y, X_test, y_test = deep_world.regression_task(n, noise, rng)
    both = deep_world.random_features(np.concatenate((X, X_test)), max(sizes), rng)
    train, test = both[: len(X)], both[len(X) :]
    return np.array([np.mean((y_test - test[:, :p] @ min_norm_fit(train[:, :p], y)) ** 2) for p in sizes])
