# Hinges at |x_i|: wrong left of zero. [3 points]
def relu_interpolant(f, a, b, n):
    knots = np.linspace(a, b, n + 1)
    heights = f(knots)
    slopes = np.diff(heights) / np.diff(knots)
    return np.ones(n), -np.abs(knots[:-1]), np.diff(slopes, prepend=0.0), heights[0]
