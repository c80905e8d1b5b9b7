# Powers through logarithms and exponentials; digitize.
def inverse_time(t, lr0, decay):
    return power(t, lr0, decay, 1.0)


def exponential(t, lr0, decay):
    return lr0 * np.power(np.e, -(decay * np.asarray(t, float)))


def power(t, lr0, beta, p):
    return lr0 * np.exp(-p * np.log(1 + beta * np.asarray(t, dtype=float)))


def piecewise(t, boundaries, values):
    return np.take(values, np.digitize(t, boundaries, right=True))


def triangular(t, base_lr, max_lr, step_size):
    return base_lr + (max_lr - base_lr) * np.abs((t + step_size) % (2 * step_size) - step_size) / step_size
