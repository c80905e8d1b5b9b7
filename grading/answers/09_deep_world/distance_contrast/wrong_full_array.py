# An array (N, N, d), too large for many points in many dimensions. [1 point]
def distance_contrast(X, rng, n_queries=50):
    asking = rng.choice(len(X), size=min(n_queries, len(X)), replace=False)

    distances = np.sqrt(((X[:, None, :] - X[None, :, :]) ** 2).sum(axis=2))
    near = distances + np.diag(np.full(len(X), np.inf))
    return float(np.mean(near[asking].min(axis=1) / distances[asking].max(axis=1)))
