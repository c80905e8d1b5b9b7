# A label for each number, dealt out at random: the parts are sorted.
def split(n, fractions, rng):
    shares = np.array(fractions) * n
    sizes = np.floor(shares).astype(int)
    rest = n - sizes.sum()
    sizes[np.argsort(sizes - shares, kind="stable")[:rest]] += 1
    labels = rng.permutation(np.repeat(np.arange(len(sizes)), sizes))
    return [np.flatnonzero(labels == k) for k in range(len(sizes))]
