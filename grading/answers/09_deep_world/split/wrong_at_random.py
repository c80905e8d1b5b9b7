# What is left over goes to parts at random. [2 points]
def split(n, fractions, rng):
    shares = n * np.asarray(fractions, float)
    sizes = np.floor(np.round(shares, 9)).astype(int)
    places = rng.permutation(len(sizes))
    sizes[places[: n - sizes.sum()]] += 1
    return np.split(rng.permutation(n), np.cumsum(sizes)[:-1])
