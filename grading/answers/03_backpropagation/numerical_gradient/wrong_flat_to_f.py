# f gets a flat vector instead of an array in the shape of theta. [2 points]
def numerical_gradient(f, theta, eps=1e-5):
    flat = np.array(theta, dtype=float).ravel()
    slopes = np.empty(flat.size)
    for i in range(flat.size):
        up, down = flat.copy(), flat.copy()
        up[i] += eps
        down[i] -= eps
        slopes[i] = (f(up) - f(down)) / (2 * eps)
    return slopes.reshape(np.shape(theta))
