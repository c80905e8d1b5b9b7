# Brings all features to length 1 first: small ones count as much as large ones. [0 points]
def feature_rank(X, W, b, g, rtol=1e-8):
    Phi = g(X @ W + b)
    lengths = np.linalg.norm(Phi, axis=0)
    s = np.linalg.svd(Phi / np.where(lengths > 0, lengths, 1), compute_uv=False)
    return int(np.sum(s > rtol * s[0]))
