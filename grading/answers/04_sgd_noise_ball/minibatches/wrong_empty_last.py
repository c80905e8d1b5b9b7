# Yields an empty batch when the size divides the number of samples. [1 point]
def minibatches(n_samples, batch_size, rng):
    order = rng.permutation(n_samples)
    for k in range(n_samples // batch_size + 1):
        yield order[k * batch_size : (k + 1) * batch_size]
