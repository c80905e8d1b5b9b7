# Moves theta itself ahead, and the last part from there: right values, input changed. [1 point]
def nesterov_step(theta, gradient, m, lr, beta1=0.9):
    theta -= lr * beta1 * m
    g = gradient(theta)
    return theta - lr * (1 - beta1) * g, beta1 * m + (1 - beta1) * g
