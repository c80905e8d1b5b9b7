# Squared distances by matrix products, negative rounding errors cut off.
def distance_contrast(X, rng, n_queries=50):
    X = np.asarray(X, dtype=float)
    n = min(n_queries, X.shape[0])
    asking = np.argsort(rng.random(X.shape[0]))[:n]
    Q = X[asking]
    squares = (Q * Q).sum(1)[:, None] - 2 * Q @ X.T + (X * X).sum(1)
    squares = np.maximum(squares, 0)
    others = np.arange(X.shape[0]) != asking[:, None]
    nearest = np.min(squares, axis=1, where=others, initial=np.inf)
    farthest = np.max(squares, axis=1, where=others, initial=0)
    return float(np.sqrt(nearest / farthest).mean())
