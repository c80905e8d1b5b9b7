# return stands inside the loop: one point asks. [0 points]
def distance_contrast(X, rng, n_queries=50):
    asking = rng.choice(len(X), size=min(n_queries, len(X)), replace=False)
    ratios = []
    for i in asking:
        distances = np.linalg.norm(np.delete(X, i, axis=0) - X[i], axis=1)
        ratios.append(distances.min() / distances.max())
        return float(np.mean(ratios))
