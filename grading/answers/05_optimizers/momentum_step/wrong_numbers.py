# Numbers only. [0 points]
def momentum_step(theta, g, m, t, lr, beta1=0.9):
    m = beta1 * float(m) + (1 - beta1) * float(g)
    return float(theta) - lr * m / (1 - beta1**t), m
