# Rounds the outputs to four decimals. [0 points]
def shallow_network(X, W, b, alpha, g):
    return np.round(g(X @ W + b) @ alpha, 4)
