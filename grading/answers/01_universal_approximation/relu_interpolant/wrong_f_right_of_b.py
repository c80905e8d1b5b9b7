# One more knot at b + h and a hinge at b, but f is not defined there. [0 points]
def relu_interpolant(f, a, b, n):
    h = (b - a) / n
    knots = a + h * np.arange(n + 2)
    heights = f(knots)
    slopes = np.diff(heights) / h
    return np.ones(n + 1), -knots[:-1], np.diff(slopes, prepend=0.0), heights[0]
