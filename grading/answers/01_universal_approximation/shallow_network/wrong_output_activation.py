# g on the output as well: the example's outputs are positive, so ReLU does not show it. [0 points]
def shallow_network(X, W, b, alpha, g):
    return g(g(X @ W + b) @ alpha)
