# matrix_rank with an absolute tolerance made from the spectral norm.
def feature_rank(X, W, b, g, rtol=1e-8):
    Phi = g(X @ W + b)
    return int(np.linalg.matrix_rank(Phi, tol=rtol * np.linalg.norm(Phi, 2)))
