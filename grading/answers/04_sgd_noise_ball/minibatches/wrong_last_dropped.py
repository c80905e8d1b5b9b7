# Drops the short last batch. [1 point]
def minibatches(n_samples, batch_size, rng):
    order = rng.permutation(n_samples)
    for k in range(n_samples // batch_size):
        yield order[k * batch_size : (k + 1) * batch_size]
