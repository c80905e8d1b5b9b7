# With a velocity v = -lr m.
def nesterov_step(theta, gradient, m, lr, beta1=0.9):
    v = -lr * m
    v = beta1 * v - lr * (1 - beta1) * gradient(theta + beta1 * v)
    return theta + v, v / -lr
