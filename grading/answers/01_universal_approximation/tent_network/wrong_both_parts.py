# A transposed merge and breakpoints instead of pieces. [0 points]
def tent_network(k):
    split, bias = np.array([[1.0, 1.0]]), np.array([0.0, -0.5])
    join = np.array([[2.0], [-4.0]])
    return [(split, bias)] + [(split.T @ join.T, bias)] * (k - 1) + [(join, np.zeros(1))]


def count_linear_pieces(x, y, tol=1e-9):
    slopes = np.diff(y) / np.diff(x)
    return int(np.sum(np.abs(np.diff(slopes)) > tol))
