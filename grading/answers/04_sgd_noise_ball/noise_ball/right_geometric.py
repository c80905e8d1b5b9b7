# From the fixed point, noise over one minus the contraction.
def noise_ball(alpha, mu, M, batch_size=1):
    return alpha**2 * M / batch_size / (1 - (1 - alpha * mu) ** 2)


def exact_stationary(alpha, eigenvalues, noise_var, batch_size=1):
    q = (1 - alpha * np.asarray(eigenvalues)) ** 2
    return float((alpha**2 * np.asarray(noise_var) / batch_size / (1 - q)).sum())
