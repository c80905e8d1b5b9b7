# Output layer missing. [2 points]
def tent_network(k):
    split, bias = np.array([[1.0, 1.0]]), np.array([0.0, -0.5])
    join = np.array([[2.0], [-4.0]])
    return [(split, bias)] + [(join @ split, bias)] * (k - 1)


def count_linear_pieces(x, y, tol=1e-9):
    slopes = (y[1:] - y[:-1]) / (x[1:] - x[:-1])
    return 1 + int((np.abs(slopes[1:] - slopes[:-1]) > tol).sum())
