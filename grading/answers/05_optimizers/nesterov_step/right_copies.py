# In place, on copies.
def nesterov_step(theta, gradient, m, lr, beta1=0.9):
    place, average = theta.copy(), m.copy()
    average *= beta1
    average += (1 - beta1) * gradient(theta - lr * average)
    place -= lr * average
    return place, average
