# n - 1 units, at the inner knots only. [0 points]
def relu_interpolant(f, a, b, n):
    knots = np.linspace(a, b, n + 1)
    heights = f(knots)
    slopes = np.diff(heights) / np.diff(knots)
    return np.ones(n - 1), -knots[1:-1], np.diff(slopes), heights[0]
