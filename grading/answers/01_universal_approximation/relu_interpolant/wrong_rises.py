# Changes of the rise instead of the slope: not divided by h. [0 points]
def relu_interpolant(f, a, b, n):
    knots = np.linspace(a, b, n + 1)
    heights = f(knots)
    return np.ones(n), -knots[:-1], np.diff(np.diff(heights), prepend=0.0), heights[0]
