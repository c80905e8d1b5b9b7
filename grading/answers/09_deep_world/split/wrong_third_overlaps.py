# Each part avoids only the one before. [2 points]
def split(n, fractions, rng):
    shares = n * np.asarray(fractions, float)
    sizes = np.floor(np.round(shares, 9)).astype(int)
    by_remainder = np.argsort(np.round(sizes - shares, 9), kind="stable")
    sizes[by_remainder[: n - sizes.sum()]] += 1
    parts = [rng.choice(n, size=sizes[0], replace=False)]
    for size in sizes[1:]:
        rest = np.setdiff1d(np.arange(n), parts[-1])
        parts.append(rng.choice(rest, size=min(size, len(rest)), replace=False))
    return parts
