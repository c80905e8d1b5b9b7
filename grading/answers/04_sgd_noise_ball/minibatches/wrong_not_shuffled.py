# No shuffling. [2 points]
def minibatches(n_samples, batch_size, rng):
    for start in range(0, n_samples, batch_size):
        yield np.arange(start, min(start + batch_size, n_samples))
