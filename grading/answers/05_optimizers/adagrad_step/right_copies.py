# In place, on copies.
def adagrad_step(theta, g, r, lr, eps=1e-8):
    theta, r = np.array(theta), np.array(r)
    r += g * g
    theta -= lr * g / (r**0.5 + eps)
    return theta, r


def rmsprop_step(theta, g, v, t, lr, beta2=0.9, eps=1e-8):
    theta, v = np.array(theta), np.array(v)
    v *= beta2
    v += (1 - beta2) * np.square(g)
    theta -= lr * g / (np.sqrt(v / (1 - beta2**t)) + eps)
    return theta, v
