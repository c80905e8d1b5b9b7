# Rank of W. [0 points]
def feature_rank(X, W, b, g, rtol=1e-8):
    s = np.linalg.svd(W, compute_uv=False)
    return int(np.sum(s > rtol * s[0]))
