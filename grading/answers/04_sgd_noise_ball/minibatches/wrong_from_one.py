# Indices from 1 to n. [0 points]
def minibatches(n_samples, batch_size, rng):
    order = rng.permutation(n_samples) + 1
    for start in range(0, n_samples, batch_size):
        yield order[start : start + batch_size]
