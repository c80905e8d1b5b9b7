# Counts different columns. [0 points]
def feature_rank(X, W, b, g, rtol=1e-8):
    return len(np.unique(g(X @ W + b).round(8), axis=1).T)
