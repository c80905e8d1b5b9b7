# Eigenvectors of the smaller of the two Gram matrices; errors by a loop.
def min_norm_fit(Phi, y):
    n, p = Phi.shape
    gram = Phi.T @ Phi if p <= n else Phi @ Phi.T
    values, vectors = np.linalg.eigh(gram)
    keep = values > 1e-12 * max(values[-1], 0)
    vectors, values = vectors[:, keep], values[keep]
    if p <= n:
        return vectors @ ((vectors.T @ (Phi.T @ y)) / values)
    return Phi.T @ (vectors @ ((vectors.T @ y) / values))


def double_descent(n, sizes, noise, rng):
    X, y, X_test, y_test = deep_world.regression_task(n, noise, rng)
    Phi = deep_world.random_features(np.vstack([X, X_test]), max(sizes), rng)
    errors = []
    for p in sizes:
        w = min_norm_fit(Phi[:n, :p], y)
        total = 0.0
        for features, target in zip(Phi[n:, :p], y_test):
            total += (features @ w - target) ** 2
        errors.append(total / len(y_test))
    return np.array(errors)
