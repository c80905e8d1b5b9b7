# Fails for n = 1, where there is no second slope. [2 points]
def relu_interpolant(f, a, b, n):
    knots = np.linspace(a, b, n + 1)
    heights = f(knots)
    h = knots[1] - knots[0]
    alpha = np.zeros(n)
    alpha[0] = (heights[1] - heights[0]) / h
    alpha[1] = (heights[2] - 2 * heights[1] + heights[0]) / h
    for i in range(2, n):
        alpha[i] = (heights[i + 1] - 2 * heights[i] + heights[i - 1]) / h
    return np.ones(n), -knots[:-1], alpha, heights[0]
