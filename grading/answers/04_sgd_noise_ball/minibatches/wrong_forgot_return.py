# Builds the list and does not return it. [0 points]
def minibatches(n_samples, batch_size, rng):
    order = rng.permutation(n_samples)
    batches = [order[i : i + batch_size] for i in range(0, n_samples, batch_size)]
