# Forward differences. [0 points]
def numerical_gradient(f, theta, eps=1e-5):
    point = np.array(theta, dtype=float)
    slopes, here = np.empty(point.shape), f(point)
    for i in np.ndindex(point.shape):
        up = point.copy()
        up[i] += eps
        slopes[i] = (f(up) - here) / eps
    return slopes
