# Coordinate by coordinate, all runs at once.
def simulate_sgd(eigenvalues, noise_std, alpha, batch_size, n_steps, n_runs, rng):
    total = np.zeros(n_steps + 1)
    stds = np.broadcast_to(noise_std, (len(eigenvalues),))
    for h, s in zip(eigenvalues, stds):
        theta = np.ones(n_runs)
        total[0] += 1
        for t in range(1, n_steps + 1):
            theta = theta - alpha * (h * theta + s / batch_size**0.5 * rng.standard_normal(n_runs))
            total[t] += np.mean(theta**2)
    return total
