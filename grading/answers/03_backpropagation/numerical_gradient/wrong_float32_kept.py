# Converts integers, but computes in float32 for float32. [2 points]
def numerical_gradient(f, theta, eps=1e-5):
    point = theta.astype(np.result_type(theta, np.float32)) if theta.dtype.kind == "f" else theta.astype(float)
    slopes = np.zeros(point.shape)
    for i in np.ndindex(point.shape):
        up, down = point.copy(), point.copy()
        up[i] += eps
        down[i] -= eps
        slopes[i] = (f(up) - f(down)) / (2 * eps)
    return slopes
