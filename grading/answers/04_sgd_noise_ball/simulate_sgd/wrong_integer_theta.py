# Starts with ones of the type of the eigenvalues: whole numbers stay whole. [2 points]
def simulate_sgd(eigenvalues, noise_std, alpha, batch_size, n_steps, n_runs, rng):
    theta = np.ones_like(np.tile(eigenvalues, (n_runs, 1)))
    D = [float(len(eigenvalues))]
    for t in range(n_steps):
        noise = noise_std / np.sqrt(batch_size) * rng.normal(size=theta.shape)
        theta[:] = theta - alpha * (eigenvalues * theta + noise)
        D.append(np.mean(np.sum(theta**2, axis=1)))
    return np.array(D)
