# A block of neighbouring rows asks, from a random row on. [2 points]
def distance_contrast(X, rng, n_queries=50):
    start = rng.integers(len(X))
    asking = [(start + k) % len(X) for k in range(min(n_queries, len(X)))]
    ratios = []
    for i in asking:
        distances = np.linalg.norm(np.delete(X, i, axis=0) - X[i], axis=1)
        ratios.append(distances.min() / distances.max())
    return float(np.mean(ratios))
