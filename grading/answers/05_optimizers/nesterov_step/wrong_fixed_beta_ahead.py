# 0.9 in the look-ahead only. [0 points]
def nesterov_step(theta, gradient, m, lr, beta1=0.9):
    g = gradient(theta - lr * 0.9 * m)
    m = beta1 * m + (1 - beta1) * g
    return theta - lr * m, m
