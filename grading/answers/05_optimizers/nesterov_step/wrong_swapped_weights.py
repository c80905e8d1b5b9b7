# beta1 and 1 - beta1 exchanged. [0 points]
def nesterov_step(theta, gradient, m, lr, beta1=0.9):
    g = gradient(theta - lr * beta1 * m)
    m = (1 - beta1) * m + beta1 * g
    return theta - lr * m, m
