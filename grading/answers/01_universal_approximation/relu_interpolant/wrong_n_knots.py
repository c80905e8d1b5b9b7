# Knots off by one: n of them instead of n + 1. [0 points]
def relu_interpolant(f, a, b, n):
    knots = np.linspace(a, b, n)
    heights = f(knots)
    slopes = np.diff(heights) / np.diff(knots)
    return np.ones(n - 1), -knots[:-1], np.diff(slopes, prepend=0.0), heights[0]
