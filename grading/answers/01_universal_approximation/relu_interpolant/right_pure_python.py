# Slow, plain Python: one call of f for each knot (as an array of one point).
def relu_interpolant(f, a, b, n):
    def height(i):
        place = b if i == n else a + (b - a) * i / n
        return float(f(np.array([place]))[0])

    h = (b - a) / n
    w, bias, alpha = [], [], []
    for i in range(n):
        change = (height(i + 1) - height(i)) / h
        if i > 0:
            change -= (height(i) - height(i - 1)) / h
        w.append(1.0)
        bias.append(-(a + (b - a) * i / n))
        alpha.append(change)
    return np.array(w), np.array(bias), np.array(alpha), height(0)
