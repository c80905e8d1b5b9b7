# Mixed by exchanging random neighbours, too few times. [2 points]
def split(n, fractions, rng):
    shares = n * np.asarray(fractions, float)
    sizes = np.floor(np.round(shares, 9)).astype(int)
    by_remainder = np.argsort(np.round(sizes - shares, 9), kind="stable")
    sizes[by_remainder[: n - sizes.sum()]] += 1
    order = np.arange(n)
    for _ in range(n):
        i = rng.integers(max(1, n - 1))
        if n > 1:
            order[[i, i + 1]] = order[[i + 1, i]]
    return np.split(order, np.cumsum(sizes)[:-1])
