# Loop ends one point early: a bend at the last inner point is missed. [3 points]
def tent_network(k):
    first, thresholds = np.array([[1.0, 1.0]]), np.array([0.0, -0.5])
    last = np.array([[2.0], [-4.0]])
    layers = [(first, thresholds)]
    for _ in range(k - 1):
        layers.append((last @ first, thresholds))
    layers.append((last, np.array([0.0])))
    return layers


def count_linear_pieces(x, y, tol=1e-9):
    pieces = 1
    for i in range(1, len(x) - 2):
        before = (y[i] - y[i - 1]) / (x[i] - x[i - 1])
        after = (y[i + 1] - y[i]) / (x[i + 1] - x[i])
        if abs(after - before) > tol:
            pieces += 1
    return pieces
