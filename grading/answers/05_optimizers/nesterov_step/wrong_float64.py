# A NumPy number makes float64 of float32. [1 point]
def nesterov_step(theta, gradient, m, lr, beta1=0.9):
    g = gradient(theta - lr * beta1 * m)
    m = beta1 * m + np.subtract(1, beta1) * g
    return theta - lr * m, m
