# Works only for m = 1: uses the first input alone. [0 points]
def shallow_network(X, W, b, alpha, g):
    return g(X[:, :1] * W[0] + b) @ alpha
