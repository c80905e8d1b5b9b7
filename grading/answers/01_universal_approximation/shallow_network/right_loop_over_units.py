# Formula (1) as it stands: the units are added one after the other.
def shallow_network(X, W, b, alpha, g):
    F = np.zeros(X.shape[0])
    for i in range(W.shape[1]):
        F += alpha[i] * g(X @ W[:, i] + b[i])
    return F
