# Divides the variances in place. [1 point]
def noise_ball(alpha, mu, M, batch_size=1):
    return alpha * M / (batch_size * mu * (2 - alpha * mu))


def exact_stationary(alpha, eigenvalues, noise_var, batch_size=1):
    lam = np.asarray(eigenvalues)
    noise_var = np.asarray(noise_var, dtype=float)
    noise_var /= batch_size
    return np.sum(alpha * noise_var / (lam * (2 - alpha * lam)))
