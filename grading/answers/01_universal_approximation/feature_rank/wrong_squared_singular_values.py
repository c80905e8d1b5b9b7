# Eigenvalues of Phi^T Phi against rtol^2: the squares of small ones drown in rounding. [0 points]
def feature_rank(X, W, b, g, rtol=1e-8):
    Phi = g(X @ W + b)
    values = np.linalg.eigvalsh(Phi.T @ Phi)
    return int(np.sum(values > rtol**2 * values[-1]))
