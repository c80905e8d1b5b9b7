# Roots of the parts: sqrt(v) / sqrt(1 - beta2^t), as a Python number.
def adagrad_step(theta, g, r, lr, eps=1e-8):
    r = r + abs(g) ** 2
    denominator = eps + np.sqrt(r)
    return [theta - lr * np.divide(g, denominator), r]


def rmsprop_step(theta, g, v, t, lr, beta2=0.9, eps=1e-8):
    scale = (1 - beta2**t) ** 0.5
    v = beta2 * v + (1 - beta2) * g**2
    return [theta - lr * scale * g / (np.sqrt(v) + scale * eps), v]
