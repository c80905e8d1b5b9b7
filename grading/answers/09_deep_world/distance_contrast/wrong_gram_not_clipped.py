# Rounding errors under the root: NaN for points at the same place. [1 point]
def distance_contrast(X, rng, n_queries=50):
    asking = rng.choice(len(X), size=min(n_queries, len(X)), replace=False)

    X = X.astype(float)
    s = np.sum(X**2, axis=1)
    with np.errstate(invalid="ignore"):
        D = np.sqrt(s[asking][:, None] + s - 2 * X[asking] @ X.T)
    others = np.arange(len(X)) != asking[:, None]
    ratios = [row[keep].min() / row[keep].max() for row, keep in zip(D, others)]
    return float(np.mean(ratios))
