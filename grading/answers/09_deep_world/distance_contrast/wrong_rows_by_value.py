# Rows are drawn by value and looked up again: doubles are left out. [1 point]
def distance_contrast(X, rng, n_queries=50):
    asking = rng.choice(X, size=min(n_queries, len(X)), replace=False)
    ratios = []
    for x in asking:
        others = X[np.any(X != x, axis=1)]
        distances = np.linalg.norm(others - x, axis=1)
        ratios.append(distances.min() / distances.max())
    return float(np.mean(ratios))
