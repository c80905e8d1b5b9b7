# Walks from b to a: hinges that look left (w = -1), c = f(b).
def relu_interpolant(f, a, b, n):
    knots = np.linspace(b, a, n + 1)
    heights = f(knots)
    slopes = np.diff(heights) / ((b - a) / n)
    return -np.ones(n), knots[:-1], np.diff(slopes, prepend=0), heights[0]
