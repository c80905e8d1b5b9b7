# Part (a) not answered. [2 points]
def tent_network(k):
    pass


def count_linear_pieces(x, y, tol=1e-9):
    slopes = (y[1:] - y[:-1]) / (x[1:] - x[:-1])
    return 1 + int((np.abs(slopes[1:] - slopes[:-1]) > tol).sum())
