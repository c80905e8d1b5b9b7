# One more knot at a - h to get the slope before the first, but f is not defined there. [0 points]
def relu_interpolant(f, a, b, n):
    h = (b - a) / n
    knots = np.linspace(a - h, b, n + 2)
    heights = f(knots)
    slopes = np.diff(heights) / h
    return np.ones(n + 1), -knots[:-1], np.diff(slopes, prepend=0.0), heights[0]
