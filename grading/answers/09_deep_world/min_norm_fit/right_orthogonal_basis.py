# An orthonormal basis of the rows (Gram and Schmidt, twice), then least squares in it.
def min_norm_fit(Phi, y):
    basis = []
    longest = max(np.linalg.norm(row) for row in Phi)
    for row in Phi:
        rest = np.array(row, dtype=float)
        for _ in range(2):
            for b in basis:
                rest = rest - (b @ rest) * b
        if np.linalg.norm(rest) > 1e-10 * longest:
            basis.append(rest / np.linalg.norm(rest))
    if not basis:
        return np.zeros(Phi.shape[1])
    B = np.array(basis).T
    Q, R = np.linalg.qr(Phi @ B)
    return B @ np.linalg.solve(R, Q.T @ y)


def double_descent(n, sizes, noise, rng):
    X, y, X_test, y_test = deep_world.regression_task(n, noise, rng)
    Phi = deep_world.random_features(np.vstack([X, X_test]), max(sizes), rng)
    errors = []
    for p in sizes:
        w = min_norm_fit(Phi[:n, :p], y)
        errors.append(np.mean((Phi[n:, :p] @ w - y_test) ** 2))
    return np.array(errors)
