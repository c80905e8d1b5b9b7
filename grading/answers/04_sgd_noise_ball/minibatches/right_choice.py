# Draws each batch without replacement from what is left.
def minibatches(n_samples, batch_size, rng):
    left = np.arange(n_samples)
    while left.size > 0:
        batch = rng.choice(left, size=min(batch_size, left.size), replace=False)
        left = np.setdiff1d(left, batch)
        yield batch
