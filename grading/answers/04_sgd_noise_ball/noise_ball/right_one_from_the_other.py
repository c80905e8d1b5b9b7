# The exact value as a sum of one-dimensional bounds.
def noise_ball(alpha, mu, M, batch_size=1):
    return alpha * M / (batch_size * mu * (2 - alpha * mu))


def exact_stationary(alpha, eigenvalues, noise_var, batch_size=1):
    v = np.broadcast_to(noise_var, len(eigenvalues))
    return sum(noise_ball(alpha, h, s, batch_size) for h, s in zip(eigenvalues, v))
