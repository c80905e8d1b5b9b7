# All that is left over goes to one part. [2 points]
def split(n, fractions, rng):
    shares = n * np.asarray(fractions, float)
    sizes = np.floor(shares).astype(int)
    sizes[np.argmax(shares - sizes)] += n - sizes.sum()
    return np.split(rng.permutation(n), np.cumsum(sizes)[:-1])
