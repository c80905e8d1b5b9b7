# matrix_rank with its own relative tolerance.
def feature_rank(X, W, b, g, rtol=1e-8):
    return np.linalg.matrix_rank(g(np.dot(X, W) + b), rtol=rtol)
