# Knots in an array of the type of a: cut to integers when a is an integer. [3 points]
def relu_interpolant(f, a, b, n):
    knots = np.full(n + 1, a)
    for i in range(n + 1):
        knots[i] = a + i * (b - a) / n
    heights = f(knots)
    slopes = np.diff(heights) * n / (b - a)
    return np.ones(n), -knots[:-1], np.diff(slopes, prepend=0.0), heights[0]
