# W transposed: fits only where m = n. [0 points]
def shallow_network(X, W, b, alpha, g):
    return g(X @ W.T + b) @ alpha
