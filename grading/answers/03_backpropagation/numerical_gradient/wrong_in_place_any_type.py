# Nudges theta itself, restores it, in its own type. [2 points]
def numerical_gradient(f, theta, eps=1e-5):
    slopes = np.zeros(theta.shape)
    for i in np.ndindex(theta.shape):
        old = theta[i]
        theta[i] = old + eps
        up = f(theta)
        theta[i] = old - eps
        down = f(theta)
        theta[i] = old
        slopes[i] = (up - down) / (2 * eps)
    return slopes
