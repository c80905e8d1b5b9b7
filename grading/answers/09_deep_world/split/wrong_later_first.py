# Of equal remainders, the later part comes first. [2 points]
def split(n, fractions, rng):
    shares = n * np.asarray(fractions, float)
    sizes = np.floor(np.round(shares, 9)).astype(int)
    places = np.argsort(np.round(shares - sizes, 9), kind='stable')[::-1]
    sizes[places[: n - sizes.sum()]] += 1
    return np.split(rng.permutation(n), np.cumsum(sizes)[:-1])
