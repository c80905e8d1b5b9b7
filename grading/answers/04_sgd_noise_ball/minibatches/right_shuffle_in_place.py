# Shuffles an arange and counts batches with ceil.
def minibatches(n_samples, batch_size, rng):
    order = np.arange(n_samples)
    rng.shuffle(order)
    n_batches = int(np.ceil(n_samples / batch_size))
    for k in range(n_batches):
        yield order[k * batch_size : (k + 1) * batch_size]
