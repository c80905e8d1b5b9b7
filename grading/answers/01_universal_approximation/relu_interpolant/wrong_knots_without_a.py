# Knots i h without a. [3 points]
def relu_interpolant(f, a, b, n):
    h = (b - a) / n
    knots = h * np.arange(n + 1)
    heights = f(knots)
    slopes = np.diff(heights) / h
    return np.ones(n), -knots[:-1], np.diff(slopes, prepend=0.0), heights[0]
