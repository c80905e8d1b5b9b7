# Eigenvalues of Phi^T Phi, squares of singular values, against rtol itself. [0 points]
def feature_rank(X, W, b, g, rtol=1e-8):
    Phi = g(X @ W + b)
    values = np.linalg.eigvalsh(Phi.T @ Phi)
    return int(np.sum(values > rtol * values[-1]))
