# Returns one value for each coordinate. [1 point]
def noise_ball(alpha, mu, M, batch_size=1):
    return alpha * M / (batch_size * mu * (2 - alpha * mu))


def exact_stationary(alpha, eigenvalues, noise_var, batch_size=1):
    lam = np.asarray(eigenvalues)
    return (alpha * noise_var / (batch_size * lam * (2 - alpha * lam)))
