# Slope changes with the wrong sign. [0 points]
def relu_interpolant(f, a, b, n):
    knots = np.linspace(a, b, n + 1)
    heights = f(knots)
    slopes = np.append(0.0, np.diff(heights) / np.diff(knots))
    return np.ones(n), -knots[:-1], slopes[:-1] - slopes[1:], heights[0]
