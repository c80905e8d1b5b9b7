# Hinges in the middle of the pieces. [0 points]
def relu_interpolant(f, a, b, n):
    knots = np.linspace(a, b, n + 1)
    heights = f(knots)
    slopes = np.diff(heights) / np.diff(knots)
    middle = (knots[:-1] + knots[1:]) / 2
    return np.ones(n), -middle, np.diff(slopes, prepend=0.0), heights[0]
