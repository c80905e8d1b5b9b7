# Corrects the first step only. [2 points]
def adam_step(theta, g, m, v, t, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    m_hat = m / (1 - beta1) if t == 1 else m
    v_hat = v / (1 - beta2) if t == 1 else v
    return theta - lr * m_hat / (np.sqrt(v_hat) + eps), m, v
