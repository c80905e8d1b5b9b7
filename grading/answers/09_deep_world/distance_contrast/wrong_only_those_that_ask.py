# Neighbours are looked for only among the points that ask. [0 points]
def distance_contrast(X, rng, n_queries=50):
    asking = rng.choice(len(X), size=min(n_queries, len(X)), replace=False)

    X = X[asking]
    ratios = []
    for i in range(len(X)):
        distances = np.linalg.norm(np.delete(X, i, axis=0) - X[i], axis=1)
        ratios.append(distances.min() / distances.max())
    return float(np.mean(ratios))
