# SciPy's tree for the nearest, a loop for the farthest.
def distance_contrast(X, rng, n_queries=50):
    from scipy.spatial import cKDTree

    asking = rng.choice(np.arange(len(X)), size=min(n_queries, len(X)), replace=False, shuffle=False)
    nearest = cKDTree(X).query(X[asking], k=2)[0][:, 1]
    farthest = [max(np.linalg.norm(X - x, axis=1)) for x in X[asking]]
    return float(np.mean(nearest / np.array(farthest)))
