# Output weights missing: the activations are just added up. [0 points]
def shallow_network(X, W, b, alpha, g):
    return g(X @ W + b).sum(axis=1)
