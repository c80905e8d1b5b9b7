# W reshaped until the shapes fit: its entries land in the wrong places. [0 points]
def shallow_network(X, W, b, alpha, g):
    weights = W.reshape(len(b), X.shape[1]).T
    return g(X @ weights + b) @ alpha
