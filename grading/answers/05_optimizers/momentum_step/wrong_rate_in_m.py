# The learning rate inside the average. [0 points]
def momentum_step(theta, g, m, t, lr, beta1=0.9):
    m = beta1 * m + (1 - beta1) * lr * g
    return theta - m / (1 - beta1**t), m
