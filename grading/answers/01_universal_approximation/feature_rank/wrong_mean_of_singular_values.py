# rtol times the mean singular value. [0 points]
def feature_rank(X, W, b, g, rtol=1e-8):
    s = np.linalg.svd(g(X @ W + b), compute_uv=False)
    return int(np.sum(s > rtol * s.mean()))
