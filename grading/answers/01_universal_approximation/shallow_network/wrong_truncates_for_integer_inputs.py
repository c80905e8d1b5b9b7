# The result has the type of X: outputs are cut to integers when X holds integers. [0 points]
def shallow_network(X, W, b, alpha, g):
    F = np.zeros_like(X[:, 0])
    for k in range(len(X)):
        F[k] = g(X[k] @ W + b) @ alpha
    return F
