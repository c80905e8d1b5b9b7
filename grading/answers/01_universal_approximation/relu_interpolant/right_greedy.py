# Adds one hinge at a time so that the network meets the next knot.
def relu_interpolant(f, a, b, n):
    knots, h = np.linspace(a, b, n + 1, retstep=True)
    heights = f(knots)
    network = np.full(n + 1, heights[0])
    alpha = np.empty(n)
    for i in range(n):
        alpha[i] = (heights[i + 1] - network[i + 1]) / h
        network = network + alpha[i] * np.maximum(knots - knots[i], 0)
    return np.ones(n), -knots[:-1], alpha, heights[0]
