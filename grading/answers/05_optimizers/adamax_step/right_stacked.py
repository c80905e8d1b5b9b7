# The maximum over a stack.
def adamax_step(theta, g, m, u, t, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    u = np.max([beta2 * u, g, -g], axis=0)
    return theta - lr * (m / (1 - beta1**t)) / (u + eps), m, u


def amsgrad_step(theta, g, m, v, v_max, t, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * np.square(g)
    largest = np.stack([v_max, v]).max(axis=0)
    denominator = (largest / (1 - beta2**t)) ** 0.5 + eps
    return theta - lr * np.divide(m / (1 - beta1**t), denominator), m, v, largest
