# The last part gets what is left. [2 points]
def split(n, fractions, rng):
    order, parts, start = rng.permutation(n), [], 0
    for f in fractions[:-1]:
        size = int(n * f)
        parts.append(order[start : start + size])
        start += size
    return parts + [order[start:]]
