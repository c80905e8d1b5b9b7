# Takes the first result of a full svd, U, for the singular values. [0 points]
def feature_rank(X, W, b, g, rtol=1e-8):
    s = np.linalg.svd(g(X @ W + b))[0]
    return int(np.sum(s > rtol * s.max()))
