# Hinges at the right knots, fitted to 400 points by least squares: misses f at the knots. [0 points]
def relu_interpolant(f, a, b, n):
    places = np.linspace(a, b, 400)
    hinges = np.linspace(a, b, n + 1)[:-1]
    features = np.column_stack([np.ones(400), np.maximum(places[:, None] - hinges, 0)])
    c, *alpha = np.linalg.lstsq(features, f(places), rcond=None)[0]
    return np.ones(n), -hinges, np.array(alpha), c
