# Slopes instead of slope changes. [0 points]
def relu_interpolant(f, a, b, n):
    knots = np.linspace(a, b, n + 1)
    heights = f(knots)
    return np.ones(n), -knots[:-1], np.diff(heights) / np.diff(knots), heights[0]
