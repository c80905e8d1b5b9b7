# Inverse singular values by np.divide; float32 would be kept.
def min_norm_fit(Phi, y):
    U, s, Vt = np.linalg.svd(Phi, full_matrices=False)
    inverse = np.divide(1, s, out=np.zeros_like(s), where=s > s.max() * max(Phi.shape) * np.finfo(s.dtype).eps)
    return np.einsum("ip,i,ni,n->p", Vt, inverse, U, y)


def double_descent(n, sizes, noise, rng):
    X, y, X_test, y_test = deep_world.regression_task(n, noise, rng)
    Phi = deep_world.random_features(np.vstack([X, X_test]), max(sizes), rng)
    errors = []
    for p in sizes:
        w = min_norm_fit(Phi[:n, :p], y)
        errors.append(np.mean((Phi[n:, :p] @ w - y_test) ** 2))
    return np.array(errors)
