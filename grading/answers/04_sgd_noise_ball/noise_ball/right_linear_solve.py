# Solves D = q D + noise with a matrix.
def noise_ball(alpha, mu, M, batch_size=1):
    return ((alpha**2) * M / batch_size) / (2 * alpha * mu - (alpha * mu) ** 2)


def exact_stationary(alpha, eigenvalues, noise_var, batch_size=1):
    lam = np.asarray(eigenvalues, float)
    A = np.eye(len(lam)) - np.diag((1 - alpha * lam) ** 2)
    noise = alpha**2 * np.ones(len(lam)) * noise_var / batch_size
    return np.linalg.solve(A, noise).sum()
