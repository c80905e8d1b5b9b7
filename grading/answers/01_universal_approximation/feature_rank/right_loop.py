# Counts in a loop.
def feature_rank(X, W, b, g, rtol=1e-8):
    Phi = g(X @ W + b)
    s = np.linalg.svd(Phi, compute_uv=False)
    count = 0
    for value in s:
        if value > rtol * s[0]:
            count += 1
    return count
