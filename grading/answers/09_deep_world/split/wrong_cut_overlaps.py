# Each part begins with the last number of the one before. [1 point]
def split(n, fractions, rng):
    shares = n * np.asarray(fractions, float)
    sizes = np.floor(np.round(shares, 9)).astype(int)
    by_remainder = np.argsort(np.round(sizes - shares, 9), kind="stable")
    sizes[by_remainder[: n - sizes.sum()]] += 1
    order, ends = rng.permutation(n), np.cumsum(sizes)
    return [order[max(0, end - size - 1) : end] for end, size in zip(ends, sizes)]
