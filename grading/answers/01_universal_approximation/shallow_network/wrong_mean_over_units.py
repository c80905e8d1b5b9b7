# Mean over the units instead of their sum. [0 points]
def shallow_network(X, W, b, alpha, g):
    return np.mean(g(X @ W + b) * alpha, axis=1)
