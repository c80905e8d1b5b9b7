# One tent in front of the network for k - 1.
def tent_network(k):
    first = (np.ones((1, 2)), np.array([0.0, -0.5]))
    if k == 1:
        return [first, (np.array([[2.0], [-4.0]]), np.zeros(1))]
    (W, b), *rest = tent_network(k - 1)
    return [first, (np.array([[2.0], [-4.0]]) @ W, b), *rest]


def count_linear_pieces(x, y, tol=1e-9):
    if len(x) < 3:
        return 1
    one = (y[1] - y[0]) / (x[1] - x[0])
    two = (y[2] - y[1]) / (x[2] - x[1])
    return int(abs(two - one) > tol) + count_linear_pieces(x[1:], y[1:], tol)
