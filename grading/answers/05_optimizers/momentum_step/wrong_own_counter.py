# Counts its calls instead of using t. [0 points]
calls = 0


def momentum_step(theta, g, m, t, lr, beta1=0.9):
    global calls
    calls += 1
    m = beta1 * m + (1 - beta1) * g
    return theta - lr * m / (1 - beta1**calls), m
