# Each part is drawn from all numbers. [1 point]
def split(n, fractions, rng):
    shares = n * np.asarray(fractions, float)
    sizes = np.floor(np.round(shares, 9)).astype(int)
    by_remainder = np.argsort(np.round(sizes - shares, 9), kind="stable")
    sizes[by_remainder[: n - sizes.sum()]] += 1
    return [rng.choice(n, size=size, replace=False) for size in sizes]
