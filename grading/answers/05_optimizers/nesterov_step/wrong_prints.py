# Prints the result. [0 points]
def nesterov_step(theta, gradient, m, lr, beta1=0.9):
    m = beta1 * m + (1 - beta1) * gradient(theta - lr * beta1 * m)
    print(theta - lr * m, m)
