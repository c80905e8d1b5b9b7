# One hidden layer with 2**k units: the right function, but shallow. [2 points]
def tent_network(k):
    n = 2**k
    alpha = np.array([n] + [(-1) ** i * 2 * n for i in range(1, n)], dtype=float)
    return [(np.ones((1, n)), -np.arange(n) / n), (alpha[:, None], np.zeros(1))]


def count_linear_pieces(x, y, tol=1e-9):
    slopes = (y[1:] - y[:-1]) / (x[1:] - x[:-1])
    return 1 + int((np.abs(slopes[1:] - slopes[:-1]) > tol).sum())
