# No part may be empty. [2 points]
def split(n, fractions, rng):
    shares = n * np.asarray(fractions, float)
    sizes = np.floor(np.round(shares, 9)).astype(int)
    by_remainder = np.argsort(np.round(sizes - shares, 9), kind="stable")
    sizes[by_remainder[: n - sizes.sum()]] += 1

    while n >= len(sizes) and sizes.min() == 0:
        sizes[np.argmax(sizes)] -= 1
        sizes[np.argmin(sizes)] += 1
    return np.split(rng.permutation(n), np.cumsum(sizes)[:-1])
