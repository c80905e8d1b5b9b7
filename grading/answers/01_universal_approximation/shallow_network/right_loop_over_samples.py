# One sample at a time.
def shallow_network(X, W, b, alpha, g):
    return np.array([np.sum(alpha * g(row @ W + b)) for row in X])
