# beta1 is always 0.9. [0 points]
def nesterov_step(theta, gradient, m, lr, beta1=0.9):
    g = gradient(theta - lr * 0.9 * m)
    m = 0.9 * m + 0.1 * g
    return theta - lr * m, m
