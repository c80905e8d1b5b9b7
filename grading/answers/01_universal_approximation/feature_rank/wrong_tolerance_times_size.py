# Multiplies the threshold by the size of Phi, as matrix_rank does by default. [0 points]
def feature_rank(X, W, b, g, rtol=1e-8):
    Phi = g(X @ W + b)
    s = np.linalg.svd(Phi, compute_uv=False)
    return int(np.sum(s > rtol * s[0] * max(Phi.shape)))
