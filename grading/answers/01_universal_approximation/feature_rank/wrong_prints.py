# Prints instead of returning. [0 points]
def feature_rank(X, W, b, g, rtol=1e-8):
    s = np.linalg.svd(g(X @ W + b), compute_uv=False)
    print(int(np.sum(s > rtol * s[0])))
