# Only for vectors: nudges whole rows of a matrix. [2 points]
def numerical_gradient(f, theta, eps=1e-5):
    point = np.array(theta, dtype=float)
    slopes = np.zeros(point.shape)
    for i in range(len(point)):
        up, down = point.copy(), point.copy()
        up[i] += eps
        down[i] -= eps
        slopes[i] = (f(up) - f(down)) / (2 * eps)
    return slopes
