# return inside the loop. [0 points]
def minibatches(n_samples, batch_size, rng):
    order = rng.permutation(n_samples)
    for start in range(0, n_samples, batch_size):
        return order[start : start + batch_size]
