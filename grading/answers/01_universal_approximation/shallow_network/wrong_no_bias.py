# Bias missing. [0 points]
def shallow_network(X, W, b, alpha, g):
    return g(X @ W) @ alpha
