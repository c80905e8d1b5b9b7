# Steps of the heights instead of ramps: one unit per jump, made steep. [0 points]
def relu_interpolant(f, a, b, n):
    knots = np.linspace(a, b, n + 1)
    heights = f(knots)
    return np.full(n, 1e6), -1e6 * knots[:-1], np.diff(heights), heights[0]
