# Bias subtracted, as if it were a threshold. [0 points]
def shallow_network(X, W, b, alpha, g):
    return g(X @ W - b) @ alpha
