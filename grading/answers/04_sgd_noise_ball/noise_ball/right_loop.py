# A loop over the coordinates.
def noise_ball(alpha, mu, M, batch_size=1):
    M = M / batch_size
    return alpha * M / (mu * (2 - alpha * mu))


def exact_stationary(alpha, eigenvalues, noise_var, batch_size=1):
    total = 0.0
    variances = np.broadcast_to(noise_var, (len(eigenvalues),))
    for lam, v in zip(eigenvalues, variances):
        total += alpha * v / batch_size / (lam * (2 - alpha * lam))
    return total
