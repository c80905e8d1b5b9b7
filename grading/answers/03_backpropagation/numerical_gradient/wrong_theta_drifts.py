# Never takes the nudge back: theta drifts. [0 points]
def numerical_gradient(f, theta, eps=1e-5):
    point = np.array(theta, dtype=float)
    slopes = np.empty(point.shape)
    for i in np.ndindex(point.shape):
        point[i] += eps
        up = f(point)
        point[i] -= 2 * eps
        slopes[i] = (up - f(point)) / (2 * eps)
    return slopes
