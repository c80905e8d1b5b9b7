# Returns (c, w, bias, alpha). [0 points]
def relu_interpolant(f, a, b, n):
    knots = np.linspace(a, b, n + 1)
    heights = f(knots)
    slopes = np.diff(heights) / np.diff(knots)
    return heights[0], np.ones(n), -knots[:-1], np.diff(slopes, prepend=0.0)
