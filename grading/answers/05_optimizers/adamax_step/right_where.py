# np.where instead of np.maximum.
def adamax_step(theta, g, m, u, t, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m = m + (1 - beta1) * (g - m)
    size = np.where(g < 0, -g, g)
    u = np.where(beta2 * u > size, beta2 * u, size)
    return [theta - lr / (1 - beta1**t) * (m / (u + eps)), m, u]


def amsgrad_step(theta, g, m, v, v_max, t, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m = m + (1 - beta1) * (g - m)
    v = v + (1 - beta2) * (g * g - v)
    v_max = np.where(v > v_max, v, v_max)
    scale = (1 - beta2**t) ** 0.5
    return [theta - lr * scale / (1 - beta1**t) * m / (v_max**0.5 + scale * eps), m, v, v_max]
