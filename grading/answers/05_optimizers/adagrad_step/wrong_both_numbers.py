# Numbers only: math.sqrt. [0 points]
def adagrad_step(theta, g, r, lr, eps=1e-8):
    import math

    r = r + g**2
    return theta - lr * g / (math.sqrt(r) + eps), r


def rmsprop_step(theta, g, v, t, lr, beta2=0.9, eps=1e-8):
    import math

    v = beta2 * v + (1 - beta2) * g**2
    return theta - lr * g / (math.sqrt(v / (1 - beta2**t)) + eps), v
