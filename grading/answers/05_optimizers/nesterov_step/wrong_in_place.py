# Changes theta and m. [1 point]
def nesterov_step(theta, gradient, m, lr, beta1=0.9):
    g = gradient(theta - lr * beta1 * m)
    m *= beta1
    m += (1 - beta1) * g
    theta -= lr * m
    return theta, m
