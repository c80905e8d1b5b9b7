# A random rotation instead of a shuffle. [2 points]
def minibatches(n_samples, batch_size, rng):
    order = (np.arange(n_samples) + rng.integers(n_samples)) % n_samples
    for start in range(0, n_samples, batch_size):
        yield order[start : start + batch_size]
