# Swaps each place with any place: not all orders equally likely. [2 points]
def minibatches(n_samples, batch_size, rng):
    order = np.arange(n_samples)
    for i in range(n_samples):
        j = rng.integers(n_samples)
        order[[i, j]] = order[[j, i]]
    for start in range(0, n_samples, batch_size):
        yield order[start : start + batch_size]
