# The solution with the fewest weights that are not zero. [1 point]
def min_norm_fit(Phi, y):
    from scipy.linalg import qr

    Q, R, order = qr(Phi, mode="economic", pivoting=True)
    size = np.abs(np.diag(R))
    rank = int(np.sum(size > 1e-10 * size[0]))
    w = np.zeros(Phi.shape[1])
    if rank:
        w[order[:rank]] = np.linalg.solve(R[:rank, :rank], Q[:, :rank].T @ y)
    return w


def double_descent(n, sizes, noise, rng):
    X, y, X_test, y_test = deep_world.regression_task(n, noise, rng)
    Phi = deep_world.random_features(np.vstack([X, X_test]), max(sizes), rng)
    errors = []
    for p in sizes:
        w = min_norm_fit(Phi[:n, :p], y)
        errors.append(np.mean((Phi[n:, :p] @ w - y_test) ** 2))
    return np.array(errors)
