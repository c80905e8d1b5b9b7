# New uniform points ask, not rows of X. [0 points]
def distance_contrast(X, rng, n_queries=50):
    queries = rng.uniform(X.min(axis=0), X.max(axis=0), size=(n_queries, X.shape[1]))
    ratios = []
    for q in queries:
        distances = np.linalg.norm(X - q, axis=1)
        ratios.append(distances.min() / distances.max())
    return float(np.mean(ratios))
