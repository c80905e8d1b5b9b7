# Returns a list of slices of a permutation.
def minibatches(n_samples, batch_size, rng):
    p = rng.permutation(n_samples)
    return [p[i : i + batch_size] for i in range(0, n_samples, batch_size)]
