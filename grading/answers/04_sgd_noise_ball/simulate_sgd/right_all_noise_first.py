# Draws all noise of a block of steps at once and uses einsum.
def simulate_sgd(eigenvalues, noise_std, alpha, batch_size, n_steps, n_runs, rng):
    lam = np.asarray(eigenvalues) * 1.0
    std = np.asarray(noise_std) / np.sqrt(batch_size)
    theta = np.full((n_runs, lam.shape[0]), 1.0)
    D = np.zeros(n_steps + 1)
    D[0] = lam.shape[0]
    for t in range(n_steps):
        if t % 10 == 0:
            xi = rng.standard_normal((10, n_runs, lam.shape[0])) * std
        theta = theta - alpha * (theta @ np.diag(lam) + xi[t % 10])
        D[t + 1] = np.einsum("ij,ij->", theta, theta) / n_runs
    return D
