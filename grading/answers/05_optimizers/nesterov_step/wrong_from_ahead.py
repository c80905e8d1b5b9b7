# The whole step from where it looked. [0 points]
def nesterov_step(theta, gradient, m, lr, beta1=0.9):
    g = gradient(theta - lr * beta1 * m)
    m = beta1 * m + (1 - beta1) * g
    return (theta - lr * beta1 * m) - lr * m, m
