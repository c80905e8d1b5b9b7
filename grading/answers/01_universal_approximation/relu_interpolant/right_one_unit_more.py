# n + 1 units: the last one sits at b and has weight 0.
def relu_interpolant(f, a, b, n):
    knots = np.linspace(a, b, n + 1)
    heights = f(knots)
    slopes = np.append(0.0, np.diff(heights) / np.diff(knots))
    alpha = np.append(slopes[1:] - slopes[:-1], 0.0)
    return np.ones(n + 1), -knots, alpha, heights[0]
