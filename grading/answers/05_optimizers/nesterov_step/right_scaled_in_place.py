# Scales the gradient that it got in place, and still needs the place.
def nesterov_step(theta, gradient, m, lr, beta1=0.9):
    ahead = theta - lr * beta1 * m
    g = gradient(ahead)
    g *= 1 - beta1
    return [ahead - lr * g, beta1 * m + g]
