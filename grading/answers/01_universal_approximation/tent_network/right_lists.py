# Nested lists instead of arrays, the merged matrix worked out by hand.
def tent_network(k):
    layers = [([[1.0, 1.0]], [0.0, -0.5])]
    for _ in range(k - 1):
        layers.append(([[2.0, 2.0], [-4.0, -4.0]], [0.0, -0.5]))
    layers.append(([[2.0], [-4.0]], [0.0]))
    return layers


def count_linear_pieces(x, y, tol=1e-9):
    slopes = [(y1 - y0) / (x1 - x0) for x0, x1, y0, y1 in zip(x, x[1:], y, y[1:])]
    return 1 + sum(abs(t - s) > tol for s, t in zip(slopes, slopes[1:]))
