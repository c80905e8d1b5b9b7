# Not shuffled. [2 points]
def split(n, fractions, rng):
    shares = n * np.asarray(fractions, float)
    sizes = np.floor(np.round(shares, 9)).astype(int)
    by_remainder = np.argsort(np.round(sizes - shares, 9), kind="stable")
    sizes[by_remainder[: n - sizes.sum()]] += 1
    return np.split(np.arange(n), np.cumsum(sizes)[:-1])
