# One number per step, shared by all runs and coordinates. [0 points]
def simulate_sgd(eigenvalues, noise_std, alpha, batch_size, n_steps, n_runs, rng):
    lam = np.asarray(eigenvalues, dtype=float)
    theta = np.ones((n_runs, lam.size))
    D = [lam.size]
    for t in range(n_steps):
        theta = theta - alpha * (lam * theta + noise_std / np.sqrt(batch_size) * rng.normal())
        D.append(np.mean(np.sum(theta**2, axis=1)))
    return np.array(D)
