# Numbers only: math.sqrt. [0 points]
def adam_step(theta, g, m, v, t, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    import math

    m = beta1 * m + (1 - beta1) * g
    v = beta2 * v + (1 - beta2) * g**2
    return theta - lr * m / (1 - beta1**t) / (math.sqrt(v / (1 - beta2**t)) + eps), m, v
