# Solves the triangular system "network = f at the knots" for alpha.
def relu_interpolant(f, a, b, n):
    knots = np.linspace(a, b, n + 1)
    heights = f(knots)
    hinges = np.maximum(knots[1:, None] - knots[None, :-1], 0)
    alpha = np.linalg.solve(hinges, heights[1:] - heights[0])
    return np.ones(n), -knots[:-1], alpha, heights[0]
