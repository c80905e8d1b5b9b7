# Sizes by a helper; 32-bit indices.
def sizes_of(n, fractions):
    shares = n * np.asarray(fractions)
    down = np.floor(shares + 1e-9)
    place = np.lexsort((np.arange(len(down)), -np.round(shares - down, 7)))
    left = int(round(n - down.sum()))
    down[place[:left]] += 1
    return [int(size) for size in down]


def split(n, fractions, rng):
    order = rng.permutation(n).astype(np.int32)
    parts = []
    for size in sizes_of(n, fractions):
        parts.append(order[:size])
        order = order[size:]
    return parts
