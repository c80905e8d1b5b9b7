# Entry by entry.
def momentum_step(theta, g, m, t, lr, beta1=0.9):
    new_theta, new_m = np.empty_like(theta), np.empty_like(m)
    rates = np.broadcast_to(lr, np.shape(theta))
    for i in np.ndindex(np.shape(theta)):
        new_m[i] = beta1 * m[i] + (1 - beta1) * g[i]
        new_theta[i] = theta[i] - rates[i] * new_m[i] / (1 - beta1**t)
    return new_theta, new_m
