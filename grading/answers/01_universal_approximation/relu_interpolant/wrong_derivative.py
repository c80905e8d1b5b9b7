# Derivatives at the knots instead of slopes between them: a Taylor polygon. [0 points]
def relu_interpolant(f, a, b, n):
    knots = np.linspace(a, b, n + 1)
    heights = f(knots)
    slopes = np.gradient(heights, knots)[:-1]
    return np.ones(n), -knots[:-1], np.diff(slopes, prepend=0.0), heights[0]
