# Integer weights, biases of mixed types; NumPy integer as the count.
def tent_network(k):
    hidden = [(np.array([[2, 4], [-2, -4]]), np.array([0, -2]))] * (k - 1)
    return [(np.array([[2, 4]]), np.array([0, -2]))] + hidden + [(np.array([[1], [-1]]), np.array([0]))]


def count_linear_pieces(x, y, tol=1e-9):
    slope = np.divide(np.subtract(y[1:], y[:-1]), np.subtract(x[1:], x[:-1]))
    starts = np.concatenate([[True], np.abs(np.diff(slope)) > tol])
    return np.cumsum(starts)[-1]
