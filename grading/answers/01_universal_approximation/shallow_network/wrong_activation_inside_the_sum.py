# g on every product w_ij x_j before they are added. [0 points]
def shallow_network(X, W, b, alpha, g):
    F = np.zeros(len(X))
    for i in range(W.shape[1]):
        for j in range(W.shape[0]):
            F += alpha[i] * g(X[:, j] * W[j, i] + b[i] / W.shape[0])
    return F
