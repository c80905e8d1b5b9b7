# A number as noise_var is divided among the coordinates. [1 point]
def noise_ball(alpha, mu, M, batch_size=1):
    return alpha * M / (batch_size * mu * (2 - alpha * mu))


def exact_stationary(alpha, eigenvalues, noise_var, batch_size=1):
    lam = np.asarray(eigenvalues)
    if np.ndim(noise_var) == 0:
        noise_var = noise_var / len(lam)
    return np.sum(alpha * noise_var / (batch_size * lam * (2 - alpha * lam)))
