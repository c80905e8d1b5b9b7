# Indices as floats. [1 point]
def minibatches(n_samples, batch_size, rng):
    order = rng.permutation(np.linspace(0, n_samples - 1, n_samples))
    for start in range(0, n_samples, batch_size):
        yield order[start : start + batch_size]
