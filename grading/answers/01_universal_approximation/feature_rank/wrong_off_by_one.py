# Index of the last large singular value instead of their number. [0 points]
def feature_rank(X, W, b, g, rtol=1e-8):
    s = np.linalg.svd(g(X @ W + b), compute_uv=False)
    return int(np.flatnonzero(s > rtol * s[0]).max(initial=0))
