# Fisher-Yates by hand, batches as they fill.
def minibatches(n_samples, batch_size, rng):
    order = list(range(n_samples))
    for i in range(n_samples - 1, 0, -1):
        j = int(rng.integers(0, i + 1))
        order[i], order[j] = order[j], order[i]
    batch = []
    for i in order:
        batch.append(i)
        if len(batch) == batch_size:
            yield np.array(batch)
            batch = []
    if batch:
        yield np.array(batch)
