# SciPy's distances, the diagonal taken out.
def distance_contrast(X, rng, n_queries=50):
    from scipy.spatial.distance import cdist

    asking = rng.permutation(len(X))[:n_queries]
    D = cdist(X[asking], X)
    near, far = D.copy(), D.copy()
    near[np.arange(len(asking)), asking] = np.inf
    far[np.arange(len(asking)), asking] = -np.inf
    return float(np.mean(near.min(axis=1) / far.max(axis=1)))
