# The step uses the old m. [0 points]
def nesterov_step(theta, gradient, m, lr, beta1=0.9):
    new = beta1 * m + (1 - beta1) * gradient(theta - lr * beta1 * m)
    return theta - lr * m, new
