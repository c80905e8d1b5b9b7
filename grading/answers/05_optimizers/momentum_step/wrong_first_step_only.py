# Corrects the first step only. [0 points]
def momentum_step(theta, g, m, t, lr, beta1=0.9):
    m = beta1 * m + (1 - beta1) * g
    return theta - lr * (m / (1 - beta1) if t == 1 else m), m
