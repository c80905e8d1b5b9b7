# One point never asks, even if all should. [2 points]
def distance_contrast(X, rng, n_queries=50):
    asking = rng.permutation(len(X))[: min(n_queries, len(X) - 1)]
    ratios = []
    for i in asking:
        distances = np.linalg.norm(np.delete(X, i, axis=0) - X[i], axis=1)
        ratios.append(distances.min() / distances.max())
    return float(np.mean(ratios))
