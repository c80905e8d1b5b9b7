# Returns a float. [0 points]
def feature_rank(X, W, b, g, rtol=1e-8):
    s = np.linalg.svd(g(X @ W + b), compute_uv=False)
    return np.sum(1.0 * (s > rtol * s[0]))
