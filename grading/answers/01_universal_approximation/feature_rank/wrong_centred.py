# Subtracts the means of the features first. [0 points]
def feature_rank(X, W, b, g, rtol=1e-8):
    Phi = g(X @ W + b)
    s = np.linalg.svd(Phi - Phi.mean(axis=0), compute_uv=False)
    return int(np.sum(s > rtol * s[0]))
