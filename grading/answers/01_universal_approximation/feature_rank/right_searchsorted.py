# Position of the threshold in the sorted singular values; a NumPy integer.
def feature_rank(X, W, b, g, rtol=1e-8):
    rising = np.linalg.svd(g(X @ W + b).T, compute_uv=False)[::-1]
    return len(rising) - np.searchsorted(rising, rtol * rising[-1], side="right")
