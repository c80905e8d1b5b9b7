# Values off by one piece. [4 points]
def inverse_time(t, lr0, decay):
    return lr0 / (1 + decay * t)


def exponential(t, lr0, decay):
    return lr0 * np.exp(-decay * t)


def power(t, lr0, beta, p):
    return lr0 / (1 + beta * t) ** p


def piecewise(t, boundaries, values):
    return np.array(values)[np.minimum(np.searchsorted(boundaries, t) + 1, len(values) - 1)]


def triangular(t, base_lr, max_lr, step_size):
    x = np.mod(t, 2 * step_size) / step_size
    return base_lr + (max_lr - base_lr) * np.where(x < 1, x, 2 - x)
