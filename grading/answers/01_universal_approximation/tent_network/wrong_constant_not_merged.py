# 1 - relu(1 - 2x) - relu(2x - 1), but its constant is lost when layers merge. [2 points]
def tent_network(k):
    W_in, b_in = np.array([[-2.0, 2.0]]), np.array([1.0, -1.0])
    W_out, b_out = np.array([[-1.0], [-1.0]]), np.array([1.0])
    return [(W_in, b_in)] + [(W_out @ W_in, b_in)] * (k - 1) + [(W_out, b_out)]


def count_linear_pieces(x, y, tol=1e-9):
    slopes = (y[1:] - y[:-1]) / (x[1:] - x[:-1])
    return 1 + int((np.abs(slopes[1:] - slopes[:-1]) > tol).sum())
