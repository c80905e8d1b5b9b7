# The smaller side of Phi. [0 points]
def feature_rank(X, W, b, g, rtol=1e-8):
    return min(X.shape[0], W.shape[1])
