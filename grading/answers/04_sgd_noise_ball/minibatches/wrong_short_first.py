# The short batch comes first. [1 point]
def minibatches(n_samples, batch_size, rng):
    order = rng.permutation(n_samples)
    rest = n_samples % batch_size
    if rest:
        yield order[:rest]
    for start in range(rest, n_samples, batch_size):
        yield order[start : start + batch_size]
