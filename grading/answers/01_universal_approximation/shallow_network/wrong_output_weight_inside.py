# alpha inside g: right for ReLU with positive alpha only. [0 points]
def shallow_network(X, W, b, alpha, g):
    return g((X @ W + b) * alpha).sum(axis=1)
