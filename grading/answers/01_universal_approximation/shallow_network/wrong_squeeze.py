# squeeze also removes the sample axis when there is one sample. [0 points]
def shallow_network(X, W, b, alpha, g):
    return np.squeeze(g(X @ W + b) @ alpha.reshape(-1, 1))
