# T(x) = 1 - relu(1 - 2x) - relu(2x - 1): a constant that merges into the biases.
def tent_network(k):
    W_in, b_in = np.array([[-2.0, 2.0]]), np.array([1.0, -1.0])
    W_out, b_out = np.array([[-1.0], [-1.0]]), np.array([1.0])
    layers = [(W_in, b_in)]
    for _ in range(k - 1):
        layers.append((W_out @ W_in, b_out @ W_in + b_in))
    return layers + [(W_out, b_out)]


def count_linear_pieces(x, y, tol=1e-9):
    slopes = np.ediff1d(y) / np.ediff1d(x)
    jumps = np.abs(np.ediff1d(slopes))
    return int(np.count_nonzero(jumps > tol)) + 1
