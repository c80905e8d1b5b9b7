# RMSProp: beta2 and 1 - beta2 exchanged. [1 point]
def adagrad_step(theta, g, r, lr, eps=1e-8):
    r = r + g**2
    return theta - lr * g / (np.sqrt(r) + eps), r


def rmsprop_step(theta, g, v, t, lr, beta2=0.9, eps=1e-8):
    v = (1 - beta2) * v + beta2 * g**2
    return theta - lr * g / (np.sqrt(v / (1 - beta2**t)) + eps), v
