# One column per run.
def simulate_sgd(eigenvalues, noise_std, alpha, batch_size, n_steps, n_runs, rng):
    lam = np.reshape(np.array(eigenvalues, float), (-1, 1))
    std = np.broadcast_to(noise_std, len(lam)).reshape(-1, 1) / batch_size**0.5
    theta = np.ones((len(lam), n_runs))
    result = np.empty(n_steps + 1)
    for t in range(n_steps + 1):
        result[t] = (theta**2).sum(axis=0).mean()
        theta -= alpha * (lam * theta + std * rng.standard_normal(theta.shape))
    return result
