# Changes theta and m, and returns them. [1 point]
def momentum_step(theta, g, m, t, lr, beta1=0.9):
    m[...] = beta1 * m + (1 - beta1) * g
    theta[...] = theta - lr * m / (1 - beta1**t)
    return theta, m
