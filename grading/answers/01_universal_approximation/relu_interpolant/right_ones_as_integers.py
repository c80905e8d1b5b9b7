# w as an integer array, bias and alpha from slices.
def relu_interpolant(f, a, b, n):
    t = np.arange(0, n + 1) / n
    knots = a * (1 - t) + b * t
    y = f(knots)
    s = n * (y[1:] - y[:-1]) / (b - a)
    alpha = s.copy()
    alpha[1:] -= s[:-1]
    return np.ones(n, dtype=int), -knots[:-1], alpha, y[0]
