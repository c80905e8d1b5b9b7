# A flat copy, reshaped for every call.
def numerical_gradient(f, theta, eps=1e-5):
    theta = np.asarray(theta)
    flat = theta.astype(float).ravel()
    result = []
    for i in range(flat.size):
        values = []
        for sign in (1, -1):
            nudged = flat.copy()
            nudged[i] += sign * eps
            values.append(f(nudged.reshape(theta.shape)))
        result.append((values[0] - values[1]) / (2 * eps))
    return np.array(result, dtype=float).reshape(theta.shape)
