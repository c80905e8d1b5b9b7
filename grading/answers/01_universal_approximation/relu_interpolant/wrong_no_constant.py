# Constant missing: c = 0. [0 points]
def relu_interpolant(f, a, b, n):
    knots = np.linspace(a, b, n + 1)
    slopes = np.diff(f(knots)) / np.diff(knots)
    return np.ones(n), -knots[:-1], np.diff(slopes, prepend=0.0), 0.0
