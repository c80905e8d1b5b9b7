# Nudges all entries together. [0 points]
def numerical_gradient(f, theta, eps=1e-5):
    point = np.array(theta, dtype=float)
    slope = (f(point + eps) - f(point - eps)) / (2 * eps)
    return np.full(point.shape, slope)
