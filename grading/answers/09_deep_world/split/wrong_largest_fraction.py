# What is left over goes to the largest fractions. [2 points]
def split(n, fractions, rng):
    shares = n * np.asarray(fractions, float)
    sizes = np.floor(np.round(shares, 9)).astype(int)
    places = np.argsort(-np.asarray(fractions), kind='stable')
    sizes[places[: n - sizes.sum()]] += 1
    return np.split(rng.permutation(n), np.cumsum(sizes)[:-1])
