# Divides by the root of the batch size. [0 points]
def noise_ball(alpha, mu, M, batch_size=1):
    return alpha * M / (batch_size**0.5 * mu * (2 - alpha * mu))


def exact_stationary(alpha, eigenvalues, noise_var, batch_size=1):
    lam = np.asarray(eigenvalues)
    return np.sum(alpha * noise_var / (batch_size**0.5 * lam * (2 - alpha * lam)))
