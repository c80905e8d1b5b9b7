# Right numbers, but turns its input alpha into a column for good. [0 points]
def shallow_network(X, W, b, alpha, g):
    alpha.shape = (-1, 1)
    return (g(X @ W + b) @ alpha)[:, 0]
