# Everything transposed, samples in columns, as in many textbooks.
def shallow_network(X, W, b, alpha, g):
    Z = W.T @ X.T + b.reshape(-1, 1)
    return alpha @ g(Z)
