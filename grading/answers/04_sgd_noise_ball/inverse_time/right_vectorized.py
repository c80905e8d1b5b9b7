# Scalar code under np.vectorize.
def inverse_time(t, lr0, decay):
    return lr0 / (1 + decay * t)


def exponential(t, lr0, decay):
    return lr0 * np.exp(-decay * t)


def power(t, lr0, beta, p):
    return lr0 / (1 + beta * t) ** p


def piecewise(t, boundaries, values):
    def one(step):
        for b, v in zip(boundaries, values):
            if step <= b:
                return float(v)
        return float(values[-1])

    return np.vectorize(one)(t)


def triangular(t, base_lr, max_lr, step_size):
    def one(step):
        x = (step % (2 * step_size)) / step_size
        return float(base_lr + (max_lr - base_lr) * (x if x <= 1 else 2 - x))

    return np.vectorize(one, otypes=[float])(t)
