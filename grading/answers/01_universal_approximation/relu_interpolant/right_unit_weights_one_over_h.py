# Hinges stretched to the pieces: w = 1/h, so alpha holds second differences of the heights.
def relu_interpolant(f, a, b, n):
    h = (b - a) / n
    heights = f(np.linspace(a, b, n + 1))
    rises = np.diff(heights)
    alpha = np.concatenate([rises[:1], rises[1:] - rises[:-1]])
    return np.full(n, 1 / h), -a / h - np.arange(n), alpha, float(heights[0])
