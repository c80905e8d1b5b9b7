# Parameters as columns (n, 1). [0 points]
def relu_interpolant(f, a, b, n):
    knots = np.linspace(a, b, n + 1)
    heights = f(knots)
    slopes = np.diff(heights) / np.diff(knots)
    column = (n, 1)
    alpha = np.diff(slopes, prepend=0.0).reshape(column)
    return np.ones(column), -knots[:-1].reshape(column), alpha, heights[0]
