# Only Adamax is written. [1 point]
def adamax_step(theta, g, m, u, t, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    u = np.maximum(beta2 * u, np.abs(g))
    return theta - lr * m / (1 - beta1**t) / (u + eps), m, u
