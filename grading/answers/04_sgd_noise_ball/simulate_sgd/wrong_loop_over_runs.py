# A Python loop over the runs: right, and too slow. [3 points]
def simulate_sgd(eigenvalues, noise_std, alpha, batch_size, n_steps, n_runs, rng):
    lam = np.asarray(eigenvalues, dtype=float)
    std = np.broadcast_to(noise_std, lam.shape) / np.sqrt(batch_size)
    total = np.zeros(n_steps + 1)
    for _ in range(n_runs):
        theta = np.ones(len(lam))
        total[0] += len(lam)
        for t in range(n_steps):
            theta = theta - alpha * (lam * theta + std * rng.standard_normal(len(lam)))
            total[t + 1] += np.sum(theta**2)
    return total / n_runs
