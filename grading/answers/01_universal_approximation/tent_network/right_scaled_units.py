# T(x) = relu(2x) - relu(4x - 2): the slopes stand in the first layer.
def tent_network(k):
    W_in, b_in = np.array([[2.0, 4.0]]), np.array([0.0, -2.0])
    W_out, b_out = np.array([[1.0], [-1.0]]), np.zeros(1)
    middle = (W_out @ W_in, b_in)
    return [(W_in, b_in), *[middle] * (k - 1), (W_out, b_out)]


def count_linear_pieces(x, y, tol=1e-9):
    slopes = np.diff(y) / np.diff(x)
    same = np.isclose(slopes[1:], slopes[:-1], rtol=0, atol=tol)
    return len(slopes) - np.count_nonzero(same)
