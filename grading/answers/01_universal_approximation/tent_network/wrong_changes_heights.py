# Right numbers, but shifts its input y in place. [3 points]
def tent_network(k):
    first, thresholds = np.array([[1.0, 1.0]]), np.array([0.0, -0.5])
    last = np.array([[2.0], [-4.0]])
    layers = [(first, thresholds)]
    for _ in range(k - 1):
        layers.append((last @ first, thresholds))
    layers.append((last, np.array([0.0])))
    return layers


def count_linear_pieces(x, y, tol=1e-9):
    y -= y[0]
    slopes = np.diff(y) / np.diff(x)
    return 1 + int(np.sum(np.abs(np.diff(slopes)) > tol))
