# rtol ignored: matrix_rank with its own tolerance. [0 points]
def feature_rank(X, W, b, g, rtol=1e-8):
    return int(np.linalg.matrix_rank(g(X @ W + b)))
