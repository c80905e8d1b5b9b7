# m moves towards g.
def momentum_step(theta, g, m, t, lr, beta1=0.9):
    m = m + (1 - beta1) * (g - m)
    m_hat = m / (1 - pow(beta1, t))
    theta = theta - lr * m_hat
    return [theta, m]
