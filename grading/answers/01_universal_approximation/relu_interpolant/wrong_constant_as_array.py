# c as an array of one number. [2 points]
def relu_interpolant(f, a, b, n):
    knots = np.linspace(a, b, n + 1)
    heights = f(knots)
    slopes = np.diff(heights) / np.diff(knots)
    return np.ones(n), -knots[:-1], np.diff(slopes, prepend=0.0), heights[:1]
