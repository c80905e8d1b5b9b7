# NumPy's global randomness. [2 points]
def minibatches(n_samples, batch_size, rng):
    order = np.random.permutation(n_samples)
    for start in range(0, n_samples, batch_size):
        yield order[start : start + batch_size]
