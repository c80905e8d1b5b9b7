# Maximum from the size of the difference; the other with the positive part.
def adamax_step(theta, g, m, u, t, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + g - beta1 * g
    a, b = beta2 * u, np.abs(g)
    u = (a + b + np.abs(a - b)) / 2
    return theta - lr * m / ((1 - beta1**t) * u + (1 - beta1**t) * eps), m, u


def amsgrad_step(theta, g, m, v, v_max, t, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + g - beta1 * g
    v = beta2 * v + (1 - beta2) * g**2
    v_max = v_max + np.clip(v - v_max, 0, None)
    v_hat = v_max / (1 - beta2**t)
    return theta - lr * m / (1 - beta1**t) / (np.sqrt(v_hat) + eps), m, v, v_max
