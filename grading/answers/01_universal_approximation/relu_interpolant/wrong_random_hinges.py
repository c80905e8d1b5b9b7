# Random hinges fitted by least squares: close to f, but not its interpolant. [0 points]
def relu_interpolant(f, a, b, n):
    rng = np.random.default_rng(0)
    places = np.linspace(a, b, 400)
    hinges = np.append(a, np.sort(rng.uniform(a, b, size=n - 1)))
    features = np.column_stack([np.ones(400), np.maximum(places[:, None] - hinges, 0)])
    c, *alpha = np.linalg.lstsq(features, f(places), rcond=None)[0]
    return np.ones(n), -hinges, np.array(alpha), c
