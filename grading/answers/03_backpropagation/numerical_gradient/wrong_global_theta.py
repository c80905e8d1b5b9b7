# Uses the notebook's theta instead of its argument. [0 points]
def numerical_gradient(f, point, eps=1e-5):
    slopes = np.empty(theta.shape)
    for i in np.ndindex(theta.shape):
        up, down = theta.astype(float), theta.astype(float)
        up[i] += eps
        down[i] -= eps
        slopes[i] = (f(up) - f(down)) / (2 * eps)
    return slopes
