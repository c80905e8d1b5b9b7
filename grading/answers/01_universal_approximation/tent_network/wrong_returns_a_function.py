# Returns the function instead of the layers. [2 points]
def tent_network(k):
    return lambda x: 1 - np.abs(1 - np.mod(2.0**k * x, 2))


def count_linear_pieces(x, y, tol=1e-9):
    slopes = (y[1:] - y[:-1]) / (x[1:] - x[:-1])
    return 1 + int((np.abs(slopes[1:] - slopes[:-1]) > tol).sum())
