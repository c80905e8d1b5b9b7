# matrix_rank(Phi, rtol): its second argument is absolute. [0 points]
def feature_rank(X, W, b, g, rtol=1e-8):
    return int(np.linalg.matrix_rank(g(X @ W + b), rtol))
