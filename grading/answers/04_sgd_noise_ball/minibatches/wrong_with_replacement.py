# Draws each batch with replacement. [0 points]
def minibatches(n_samples, batch_size, rng):
    for start in range(0, n_samples, batch_size):
        yield rng.integers(0, n_samples, size=min(batch_size, n_samples - start))
