# Works on the result of rng.shuffle, which is None. [0 points]
def minibatches(n_samples, batch_size, rng):
    order = rng.shuffle(np.arange(n_samples))
    for start in range(0, n_samples, batch_size):
        yield order[start : start + batch_size]
