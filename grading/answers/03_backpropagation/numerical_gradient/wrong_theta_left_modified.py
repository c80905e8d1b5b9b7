# Nudges theta itself and does not restore it. [0 points]
def numerical_gradient(f, theta, eps=1e-5):
    slopes = np.zeros(theta.shape)
    for i in np.ndindex(theta.shape):
        theta[i] += eps
        up = f(theta)
        theta[i] -= 2 * eps
        slopes[i] = (up - f(theta)) / (2 * eps)
    return slopes
