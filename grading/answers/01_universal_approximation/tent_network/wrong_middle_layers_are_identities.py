# Middle layers do not combine the two units. [2 points]
def tent_network(k):
    bias, join = np.array([0.0, -0.5]), np.array([[2.0], [-4.0]])
    return [(np.ones((1, 2)), bias)] + [(np.diag([2.0, -4.0]), bias)] * (k - 1) + [(join, np.zeros(1))]


def count_linear_pieces(x, y, tol=1e-9):
    slopes = (y[1:] - y[:-1]) / (x[1:] - x[:-1])
    return 1 + int((np.abs(slopes[1:] - slopes[:-1]) > tol).sum())
