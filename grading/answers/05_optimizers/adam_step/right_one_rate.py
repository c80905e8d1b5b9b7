# Both corrections in the rate, with eps scaled to match.
def adam_step(theta, g, m, v, t, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m, v = beta1 * m + (1 - beta1) * g, beta2 * v + (1 - beta2) * g * g
    scale = (1 - beta2**t) ** 0.5
    return theta - lr * scale / (1 - beta1**t) * m / (np.sqrt(v) + eps * scale), m, v
