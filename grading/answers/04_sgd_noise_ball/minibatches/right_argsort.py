# Sorts random keys.
def minibatches(n_samples, batch_size, rng):
    order = np.argsort(rng.random(n_samples))
    while len(order):
        yield order[:batch_size]
        order = order[batch_size:]
