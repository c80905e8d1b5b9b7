# Only AdaGrad is written. [1 point]
def adagrad_step(theta, g, r, lr, eps=1e-8):
    r = r + g**2
    return theta - lr * g / (np.sqrt(r) + eps), r
