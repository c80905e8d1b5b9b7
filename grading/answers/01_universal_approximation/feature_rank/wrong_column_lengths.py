# Counts columns that are not short: no linear algebra. [0 points]
def feature_rank(X, W, b, g, rtol=1e-8):
    lengths = np.linalg.norm(g(X @ W + b), axis=0)
    return int(np.sum(lengths > rtol * lengths.max()))
