# Nudges by eps / 2 but divides by eps. [2 points]
def numerical_gradient(f, theta, eps=1e-5):
    point = np.array(theta, dtype=float)
    slopes = np.empty(point.shape)
    for i in np.ndindex(point.shape):
        up, down = point.copy(), point.copy()
        up[i] += eps / 2
        down[i] -= eps / 2
        slopes[i] = (f(up) - f(down)) / eps
    return slopes
