# Plain Python: matrix product by hand, pieces collected in lists.
def tent_network(k):
    split, join = [[1.0, 1.0]], [[2.0], [-4.0]]
    merged = [[0.0, 0.0], [0.0, 0.0]]
    for i in range(2):
        for j in range(2):
            merged[i][j] = sum(join[i][l] * split[l][j] for l in range(1))
    layers = []
    for depth in range(k + 1):
        W = split if depth == 0 else join if depth == k else merged
        b = [0.0] if depth == k else [0.0, -0.5]
        layers.append((np.array(W), np.array(b)))
    return layers


def count_linear_pieces(x, y, tol=1e-9):
    pieces, last = [], None
    for i in range(len(x) - 1):
        slope = float(y[i + 1] - y[i]) / float(x[i + 1] - x[i])
        if last is None or abs(slope - last) > tol:
            pieces.append([])
        pieces[-1].append(i)
        last = slope
    return len(pieces)
