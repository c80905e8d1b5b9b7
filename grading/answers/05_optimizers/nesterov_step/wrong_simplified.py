# The simplified form: gradient at theta, look-ahead in the step. [0 points]
def nesterov_step(theta, gradient, m, lr, beta1=0.9):
    g = gradient(theta)
    m = beta1 * m + (1 - beta1) * g
    return theta - lr * (beta1 * m + (1 - beta1) * g), m
