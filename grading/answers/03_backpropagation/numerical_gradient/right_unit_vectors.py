# Unit arrays from an identity matrix.
def numerical_gradient(f, theta, eps=1e-5):
    theta = np.array(theta, dtype=np.float64)
    units = np.eye(theta.size).reshape((theta.size,) + theta.shape)
    slopes = [(f(theta + eps * e) - f(theta - eps * e)) / (2 * eps) for e in units]
    return np.reshape(slopes, theta.shape).astype(float)
