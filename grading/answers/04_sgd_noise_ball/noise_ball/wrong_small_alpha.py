# Only for small alpha: alpha M / 2 mu. [0 points]
def noise_ball(alpha, mu, M, batch_size=1):
    return alpha * M / (2 * batch_size * mu)


def exact_stationary(alpha, eigenvalues, noise_var, batch_size=1):
    return np.sum(alpha * noise_var / (2 * batch_size * np.asarray(eigenvalues)))
