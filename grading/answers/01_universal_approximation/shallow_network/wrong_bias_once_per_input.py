# Loop that adds the bias once for every input. [0 points]
def shallow_network(X, W, b, alpha, g):
    Z = np.zeros((X.shape[0], W.shape[1]))
    for j in range(X.shape[1]):
        Z += np.outer(X[:, j], W[j]) + b
    return g(Z) @ alpha
