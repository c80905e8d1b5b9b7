# The correction in the learning rate.
def momentum_step(theta, g, m, t, lr, beta1=0.9):
    m_new = beta1 * m + (1 - beta1) * g
    rate = lr / (1 - beta1**t)
    return theta - rate * m_new, m_new
