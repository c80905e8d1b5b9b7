# Walks along the knots in a loop and notes every change of slope.
def relu_interpolant(f, a, b, n):
    h = (b - a) / n
    knots = a + h * np.arange(n + 1)
    knots[-1] = b
    heights = f(knots)
    w, bias, alpha = np.zeros(n), np.zeros(n), np.zeros(n)
    slope = 0.0
    for i in range(n):
        new_slope = (heights[i + 1] - heights[i]) / h
        w[i], bias[i], alpha[i] = 1.0, -knots[i], new_slope - slope
        slope = new_slope
    return w, bias, alpha, heights[0]
