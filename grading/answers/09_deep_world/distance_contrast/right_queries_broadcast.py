# All that ask at once: an array (n_queries, N, d), never (N, N, d).
def distance_contrast(X, rng, n_queries=50):
    asking = rng.permutation(len(X))[: min(n_queries, len(X))]
    distances = np.sqrt(np.einsum("qnd,qnd->qn", *[X[asking][:, None] - X[None]] * 2))
    hidden = np.zeros(distances.shape, bool)
    hidden[np.arange(len(asking)), asking] = True
    distances = np.ma.array(distances, mask=hidden)
    return float((distances.min(axis=1) / distances.max(axis=1)).mean())
