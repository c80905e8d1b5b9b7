# Returns the slopes of the pieces instead of how many there are. [3 points]
def tent_network(k):
    first, thresholds = np.array([[1.0, 1.0]]), np.array([0.0, -0.5])
    last = np.array([[2.0], [-4.0]])
    layers = [(first, thresholds)]
    for _ in range(k - 1):
        layers.append((last @ first, thresholds))
    layers.append((last, np.array([0.0])))
    return layers


def count_linear_pieces(x, y, tol=1e-9):
    slopes = np.diff(y) / np.diff(x)
    return slopes[np.append(True, np.abs(np.diff(slopes)) > tol)]
