# Written for vectors and matrices. [2 points]
def numerical_gradient(f, theta, eps=1e-5):
    point = np.array(theta, dtype=float)
    slopes = np.empty(point.shape)
    places = range(len(point)) if point.ndim == 1 else [
        (i, j) for i in range(point.shape[0]) for j in range(point.shape[1])
    ]
    for place in places:
        up, down = point.copy(), point.copy()
        up[place] += eps
        down[place] -= eps
        slopes[place] = (f(up) - f(down)) / (2 * eps)
    return slopes
