# Shuffles only within each batch. [2 points]
def minibatches(n_samples, batch_size, rng):
    for start in range(0, n_samples, batch_size):
        yield start + rng.permutation(min(batch_size, n_samples - start))
