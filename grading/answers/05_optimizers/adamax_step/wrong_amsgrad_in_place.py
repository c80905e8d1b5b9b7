# AMSGrad: changes all its inputs. [1 point]
def adamax_step(theta, g, m, u, t, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m = beta1 * m + (1 - beta1) * g
    u = np.maximum(beta2 * u, np.abs(g))
    return theta - lr * m / (1 - beta1**t) / (u + eps), m, u


def amsgrad_step(theta, g, m, v, v_max, t, lr, beta1=0.9, beta2=0.999, eps=1e-8):
    m *= beta1
    m += (1 - beta1) * g
    v *= beta2
    v += (1 - beta2) * g**2
    v_max[...] = np.maximum(v_max, v)
    theta -= lr * m / (1 - beta1**t) / (np.sqrt(v_max / (1 - beta2**t)) + eps)
    return theta, m, v, v_max
