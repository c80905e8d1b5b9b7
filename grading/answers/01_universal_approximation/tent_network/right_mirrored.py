# T from the right: 2 relu(1 - x) - 4 relu(1/2 - x), lambdas.
def tent_network(k):
    W_in, b_in = -np.ones((1, 2)), np.array([1.0, 0.5])
    W_out = np.array([2.0, -4.0]).reshape(2, 1)
    sizes = range(k + 1)
    weights = [W_in] + [np.outer(W_out, W_in) for _ in sizes[2:]] + [W_out]
    biases = [b_in for _ in sizes[1:]] + [np.zeros(1)]
    return list(zip(weights, biases))


count_linear_pieces = lambda x, y, tol=1e-9: 1 + len(
    np.flatnonzero(np.abs(np.diff(np.diff(y) / np.diff(x))) > tol)
)
