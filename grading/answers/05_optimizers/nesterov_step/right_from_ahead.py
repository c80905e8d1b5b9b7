# Goes on from where it looked: the rest of the step is lr (1 - beta1) g.
def nesterov_step(theta, gradient, m, lr, beta1=0.9):
    ahead = theta - lr * beta1 * m
    g = gradient(ahead)
    return ahead - lr * (1 - beta1) * g, beta1 * m + (1 - beta1) * g
