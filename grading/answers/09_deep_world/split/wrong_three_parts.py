# Three parts only. [0 points]
def split(n, fractions, rng):
    train, dev, test = fractions
    n_train, n_dev = round(n * train), round(n * dev)
    order = rng.permutation(n)
    return [order[:n_train], order[n_train : n_train + n_dev], order[n_train + n_dev :]]
