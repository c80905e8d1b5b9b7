# AMSGrad: the average goes on from the maximum. [1 point]
def adamax_step(theta, g, m, u, t, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    u = np.maximum(beta2 * u, np.abs(g))
    return theta - lr * m / (1 - beta1**t) / (u + eps), m, u


def amsgrad_step(theta, g, m, v, v_max, t, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    v = np.maximum(v_max, beta2 * v + (1 - beta2) * g**2)
    v_max = v
    m_hat, v_hat = m / (1 - beta1**t), v_max / (1 - beta2**t)
    return theta - lr * m_hat / (np.sqrt(v_hat) + eps), m, v, v_max
