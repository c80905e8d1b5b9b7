# Points at the same place are left out. [1 point]
def distance_contrast(X, rng, n_queries=50):
    asking = rng.choice(len(X), size=min(n_queries, len(X)), replace=False)
    ratios = []
    for i in asking:
        distances = np.linalg.norm(X - X[i], axis=1)
        distances = distances[distances > 0]
        ratios.append(distances.min() / distances.max())
    return float(np.mean(ratios))
