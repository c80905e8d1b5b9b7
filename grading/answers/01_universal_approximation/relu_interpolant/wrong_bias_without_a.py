# Knots right, but the hinges at i h without a. [3 points]
def relu_interpolant(f, a, b, n):
    h = (b - a) / n
    heights = f(np.linspace(a, b, n + 1))
    slopes = np.diff(heights) / h
    return np.ones(n), -h * np.arange(n), np.diff(slopes, prepend=0.0), heights[0]
