# Pre-activations, activations and outputs, one line each.
def shallow_network(X, W, b, alpha, g):
    Z = np.dot(X, W) + b[np.newaxis, :]
    A = g(Z)
    return np.dot(A, alpha)
