# Only the first two; the others without a body. [2 points]
def inverse_time(t, lr0, decay):
    return lr0 / (1 + decay * t)


def exponential(t, lr0, decay):
    return lr0 * np.exp(-decay * t)


def power(t, lr0, beta, p):
    pass


def piecewise(t, boundaries, values):
    pass


def triangular(t, base_lr, max_lr, step_size):
    pass
