# Prints instead of returning. [0 points]
def relu_interpolant(f, a, b, n):
    knots = np.linspace(a, b, n + 1)
    heights = f(knots)
    slopes = np.diff(heights) / np.diff(knots)
    print(np.ones(n), -knots[:-1], np.diff(slopes, prepend=0.0), heights[0])
