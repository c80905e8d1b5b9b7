# np.split at the multiples of the batch size.
def minibatches(n_samples, batch_size, rng):
    return np.split(rng.permutation(n_samples), np.arange(batch_size, n_samples, batch_size))
