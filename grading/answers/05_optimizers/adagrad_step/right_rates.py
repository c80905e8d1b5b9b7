# A rate for each parameter first.
def adagrad_step(theta, g, r, lr, eps=1e-8):
    squares = np.add(r, np.square(g))
    rates = lr / (np.sqrt(squares) + eps)
    return theta - rates * g, squares


def rmsprop_step(theta, g, v, t, lr, beta2=0.9, eps=1e-8):
    average = v + (1 - beta2) * (g * g - v)
    corrected = average / (1 - beta2**t)
    rates = lr / (corrected**0.5 + eps)
    return theta - rates * g, average
