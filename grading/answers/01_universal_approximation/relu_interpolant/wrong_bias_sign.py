# Bias +x_i instead of -x_i. [0 points]
def relu_interpolant(f, a, b, n):
    knots = np.linspace(a, b, n + 1)
    heights = f(knots)
    slopes = np.diff(heights) / np.diff(knots)
    return np.ones(n), knots[:-1], np.diff(slopes, prepend=0.0), heights[0]
