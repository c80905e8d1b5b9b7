# Takes gradient for an array. [0 points]
def nesterov_step(theta, gradient, m, lr, beta1=0.9):
    g = gradient
    m = beta1 * m + (1 - beta1) * g
    return theta - lr * m, m
