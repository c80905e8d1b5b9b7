# Loop stops one unit early. [0 points]
def shallow_network(X, W, b, alpha, g):
    F = np.zeros(len(X))
    for i in range(len(alpha) - 1):
        F += alpha[i] * g(X @ W[:, i] + b[i])
    return F
