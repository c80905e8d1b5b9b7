# ReLU whatever g is. [0 points]
def shallow_network(X, W, b, alpha, g):
    return np.maximum(X @ W + b, 0) @ alpha
