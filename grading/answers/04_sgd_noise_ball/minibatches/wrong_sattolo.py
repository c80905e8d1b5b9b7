# Sattolo's shuffle: only cyclic orders. [2 points]
def minibatches(n_samples, batch_size, rng):
    order = np.arange(n_samples)
    for i in range(n_samples - 1, 0, -1):
        j = rng.integers(i)
        order[[i, j]] = order[[j, i]]
    for start in range(0, n_samples, batch_size):
        yield order[start : start + batch_size]
