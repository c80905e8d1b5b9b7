# Sum over the samples instead of the units. [0 points]
def shallow_network(X, W, b, alpha, g):
    return (g(X @ W + b) * alpha).sum(axis=0)
