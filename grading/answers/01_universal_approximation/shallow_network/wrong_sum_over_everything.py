# Sum without an axis: one number for the whole batch. [0 points]
def shallow_network(X, W, b, alpha, g):
    return np.sum(g(X @ W + b) * alpha)
