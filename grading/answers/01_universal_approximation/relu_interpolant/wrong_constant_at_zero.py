# c = f(0) instead of f(a): right only where a = 0. [3 points]
def relu_interpolant(f, a, b, n):
    knots = np.linspace(a, b, n + 1)
    slopes = np.diff(f(knots)) / np.diff(knots)
    return np.ones(n), -knots[:-1], np.diff(slopes, prepend=0.0), f(np.array([0.0]))[0]
