# AdaGrad: eps is added to the sum again in every step. [2 points]
def adagrad_step(theta, g, r, lr, eps=1e-8):
    r = r + g**2 + eps
    return theta - lr * g / np.sqrt(r), r


def rmsprop_step(theta, g, v, t, lr, beta2=0.9, eps=1e-8):
    v = beta2 * v + (1 - beta2) * g**2
    return theta - lr * g / (np.sqrt(v / (1 - beta2**t)) + eps), v
