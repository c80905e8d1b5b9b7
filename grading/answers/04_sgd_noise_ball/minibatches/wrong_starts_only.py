# Shuffles only the order of the batches. [0 points]
def minibatches(n_samples, batch_size, rng):
    starts = np.arange(0, n_samples, batch_size)
    rng.shuffle(starts)
    for start in starts:
        yield np.arange(start, min(start + batch_size, n_samples))
