# Activation missing: a linear network. [0 points]
def shallow_network(X, W, b, alpha, g):
    return (X @ W + b) @ alpha
