# Shuffles an array and cuts another one up. [2 points]
def minibatches(n_samples, batch_size, rng):
    order = np.arange(n_samples)
    rng.shuffle(order.copy())
    for start in range(0, n_samples, batch_size):
        yield order[start : start + batch_size]
