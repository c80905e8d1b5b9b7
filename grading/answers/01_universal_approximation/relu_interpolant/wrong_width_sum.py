# h = (a + b)/n: right only where a = 0. [3 points]
def relu_interpolant(f, a, b, n):
    knots = np.linspace(a, b, n + 1)
    heights = f(knots)
    slopes = np.diff(heights) / ((a + b) / n)
    return np.ones(n), -knots[:-1], np.diff(slopes, prepend=0.0), heights[0]
