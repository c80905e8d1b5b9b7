# piecewise by counting the boundaries passed; triangular by Smith's formula.
def inverse_time(t, lr0, decay):
    return lr0 / (1 + decay * t)


def exponential(t, lr0, decay):
    return lr0 * np.exp(-decay * t)


def power(t, lr0, beta, p):
    return lr0 / (1 + beta * t) ** p


def piecewise(t, boundaries, values):
    passed = sum(np.asarray(t) > b for b in boundaries)
    return np.asarray(values, dtype=float)[passed]


def triangular(t, base_lr, max_lr, step_size):
    cycle = np.floor(1 + t / (2 * step_size))
    x = np.abs(t / step_size - 2 * cycle + 1)
    return base_lr + (max_lr - base_lr) * np.maximum(0, 1 - x)
