# piecewise with np.where from the back; triangular with np.interp.
def inverse_time(t, lr0, decay):
    return lr0 / (1 + decay * t)


def exponential(t, lr0, decay):
    return lr0 * np.exp(-decay * t)


def power(t, lr0, beta, p):
    return lr0 / (1 + beta * t) ** p


def piecewise(t, boundaries, values):
    rate = values[-1]
    for b, v in zip(boundaries[::-1], values[-2::-1]):
        rate = np.where(t <= b, v, rate)
    return rate


def triangular(t, base_lr, max_lr, step_size):
    return np.interp(t % (2 * step_size), [0, step_size, 2 * step_size], [base_lr, max_lr, base_lr])
