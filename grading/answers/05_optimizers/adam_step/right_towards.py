# Averages move towards the new value.
def adam_step(theta, g, m, v, t, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m = m + (1 - beta1) * (g - m)
    v = v + (1 - beta2) * (np.square(g) - v)
    m_hat = np.divide(m, 1 - beta1**t)
    v_hat = np.divide(v, 1 - beta2**t)
    return [theta - lr * m_hat / (v_hat**0.5 + eps), m, v]
