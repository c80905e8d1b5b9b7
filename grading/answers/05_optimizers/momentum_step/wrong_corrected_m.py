# The corrected average is returned. [0 points]
def momentum_step(theta, g, m, t, lr, beta1=0.9):
    m = (beta1 * m + (1 - beta1) * g) / (1 - beta1**t)
    return theta - lr * m, m
