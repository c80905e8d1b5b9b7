# Singular values as the positive eigenvalues of [[0, Phi], [Phi^T, 0]]: nothing is squared.
def feature_rank(X, W, b, g, rtol=1e-8):
    Phi = g(X @ W + b)
    N, n = Phi.shape
    M = np.zeros((N + n, N + n))
    M[:N, N:] = Phi
    M[N:, :N] = Phi.T
    values = np.linalg.eigvalsh(M)
    return int((values > rtol * values[-1]).sum()) if values[-1] > 0 else 0
