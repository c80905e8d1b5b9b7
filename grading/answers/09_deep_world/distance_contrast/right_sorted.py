# Sorted distances: the first is the point's own, or that of its double.
def distance_contrast(X, rng, n_queries=50):
    asking = rng.choice(len(X), min(len(X), n_queries), replace=False)
    ratios = []
    for x in X[asking]:
        distances = np.sort(np.sqrt(((X - x) ** 2).sum(axis=1)))
        ratios.append(distances[1] / distances[-1])
    return np.mean(ratios)
