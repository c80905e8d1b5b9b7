# Fisher and Yates by hand; one left over after the other.
def split(n, fractions, rng):
    sizes = [int(math.floor(n * f)) for f in fractions]
    taken = set()
    for _ in range(n - sum(sizes)):
        best = None
        for k, f in enumerate(fractions):
            if k not in taken and (best is None or n * f - sizes[k] > n * fractions[best] - sizes[best] + 1e-9):
                best = k
        sizes[best] += 1
        taken.add(best)
    order = np.arange(n)
    for i in range(n - 1, 0, -1):
        j = int(rng.integers(i + 1))
        order[i], order[j] = order[j], order[i]
    return np.split(order, np.cumsum(sizes[:-1], dtype=int))
