# Returns the exact recursion for the variance and no simulation. [2 points]
def simulate_sgd(eigenvalues, noise_std, alpha, batch_size, n_steps, n_runs, rng):
    lam = np.asarray(eigenvalues, dtype=float)
    s, D = np.ones(lam.size), [lam.size]
    for t in range(n_steps):
        s = (1 - alpha * lam) ** 2 * s + alpha**2 * np.asarray(noise_std) ** 2 / batch_size
        D.append(s.sum())
    return np.array(D)
