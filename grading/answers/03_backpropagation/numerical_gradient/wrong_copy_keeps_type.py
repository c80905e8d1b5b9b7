# The copy has the type of theta: integers cut the nudge off. [2 points]
def numerical_gradient(f, theta, eps=1e-5):
    slopes = np.zeros(np.shape(theta))
    for i in np.ndindex(theta.shape):
        up, down = theta.copy(), theta.copy()
        up[i] += eps
        down[i] -= eps
        slopes[i] = (f(up) - f(down)) / (2 * eps)
    return slopes
