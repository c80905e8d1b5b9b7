# All rows ask, always. [2 points]
def distance_contrast(X, rng, n_queries=50):
    from scipy.spatial.distance import cdist

    D = np.sort(cdist(X, X), axis=1)
    return float(np.mean(D[:, 1] / D[:, -1]))
