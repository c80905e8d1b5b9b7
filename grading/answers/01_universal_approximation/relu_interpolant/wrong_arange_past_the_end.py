# np.arange(a, b + h, h): for some n rounding adds a knot at b + h, where f is not defined. [0 points]
def relu_interpolant(f, a, b, n):
    h = (b - a) / n
    knots = np.arange(a, b + h, h)
    heights = f(knots)
    slopes = np.diff(heights) / h
    return np.ones(len(slopes)), -knots[:-1], np.diff(slopes, prepend=0.0), heights[0]
