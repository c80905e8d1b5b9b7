# Bias missing. [0 points]
def feature_rank(X, W, b, g, rtol=1e-8):
    s = np.linalg.svd(g(X @ W), compute_uv=False)
    return int(np.sum(s > rtol * s[0]))
