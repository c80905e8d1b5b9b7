# Both change their inputs. [1 point]
def adagrad_step(theta, g, r, lr, eps=1e-8):
    r += g**2
    theta -= lr * g / (np.sqrt(r) + eps)
    return theta, r


def rmsprop_step(theta, g, v, t, lr, beta2=0.9, eps=1e-8):
    v *= beta2
    v += (1 - beta2) * g**2
    theta -= lr * g / (np.sqrt(v / (1 - beta2**t)) + eps)
    return theta, v
