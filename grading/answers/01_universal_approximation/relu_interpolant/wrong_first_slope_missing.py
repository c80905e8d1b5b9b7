# The first unit has weight 0: the first slope is lost. [0 points]
def relu_interpolant(f, a, b, n):
    knots = np.linspace(a, b, n + 1)
    heights = f(knots)
    slopes = np.diff(heights) / np.diff(knots)
    return np.ones(n), -knots[:-1], np.diff(slopes, prepend=slopes[0]), heights[0]
