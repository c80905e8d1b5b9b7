# Right numbers, but scales its inputs X in place to do so. [0 points]
def feature_rank(X, W, b, g, rtol=1e-8):
    size = np.abs(X).max()
    X /= 2 * size
    s = np.linalg.svd(g(2 * size * X @ W + b), compute_uv=False)
    return int(np.sum(s > rtol * s[0]))
