# Drawn one by one, until enough different points ask; a mask for the others.
def ratio_of(X, i):
    keep = np.ones(len(X), dtype=bool)
    keep[i] = False
    away = np.linalg.norm(X[keep] - X[i], axis=1)
    return away.min() / away.max()


def distance_contrast(X, rng, n_queries=50):
    asking = set()
    while len(asking) < min(n_queries, len(X)):
        asking.add(int(rng.integers(len(X))))
    return sum(ratio_of(X, i) for i in sorted(asking)) / len(asking)
