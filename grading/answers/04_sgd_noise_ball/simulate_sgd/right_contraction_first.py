# Writes a step as (1 - alpha lambda) theta minus noise; rng.normal with a scale.
def simulate_sgd(eigenvalues, noise_std, alpha, batch_size, n_steps, n_runs, rng):
    shrink = 1 - alpha * np.asarray(eigenvalues)
    kick = alpha * np.asarray(noise_std) / np.sqrt(batch_size)
    theta = np.ones((n_runs, len(shrink)))
    D = [np.square(theta).sum() / n_runs]
    for _ in range(n_steps):
        theta = shrink * theta + rng.normal(0.0, kick, size=theta.shape)
        D.append(np.square(theta).sum() / n_runs)
    return D
