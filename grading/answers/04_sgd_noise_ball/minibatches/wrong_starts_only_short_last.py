# Shuffles the order of the full batches only, the short one last. [2 points]
def minibatches(n_samples, batch_size, rng):
    full = n_samples // batch_size
    for k in rng.permutation(full):
        yield np.arange(k * batch_size, (k + 1) * batch_size)
    if n_samples % batch_size:
        yield np.arange(full * batch_size, n_samples)
