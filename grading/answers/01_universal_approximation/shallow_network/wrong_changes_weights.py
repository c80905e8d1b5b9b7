# Multiplies the output weights into W, in place. [0 points]
def shallow_network(X, W, b, alpha, g):
    W *= alpha
    return g(X @ W + b * alpha).sum(axis=1)
