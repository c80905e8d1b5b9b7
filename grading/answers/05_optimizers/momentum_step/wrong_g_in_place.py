# Changes g. [1 point]
def momentum_step(theta, g, m, t, lr, beta1=0.9):
    g *= 1 - beta1
    m = beta1 * m + g
    return theta - lr * m / (1 - beta1**t), m
