# Nudges theta.reshape(-1), which is a copy for a transposed array. [1 point]
def numerical_gradient(f, theta, eps=1e-5):
    flat = theta.reshape(-1)
    slopes = np.zeros(flat.shape)
    for i in range(flat.size):
        old = flat[i]
        flat[i] = old + eps
        up = f(theta)
        flat[i] = old - eps
        down = f(theta)
        flat[i] = old
        slopes[i] = (up - down) / (2 * eps)
    return slopes.reshape(theta.shape)
