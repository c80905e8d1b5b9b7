# np.array_split: evens the lengths out. [1 point]
def minibatches(n_samples, batch_size, rng):
    return np.array_split(rng.permutation(n_samples), -(-n_samples // batch_size))
