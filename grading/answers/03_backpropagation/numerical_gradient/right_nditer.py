# np.nditer with multi_index.
def numerical_gradient(f, theta, eps=1e-5):
    point = np.array(theta, dtype="float64", order="C")
    slopes = np.zeros(point.shape)
    it = np.nditer(point, flags=["multi_index"])
    while not it.finished:
        e = np.zeros(point.shape)
        e[it.multi_index] = eps
        slopes[it.multi_index] = 0.5 * (f(point + e) - f(point - e)) / eps
        it.iternext()
    return slopes
