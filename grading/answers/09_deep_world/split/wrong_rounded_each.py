# Each size rounded for itself: numbers are lost. [1 point]
def split(n, fractions, rng):
    order, parts, start = rng.permutation(n), [], 0
    for f in fractions:
        size = round(n * f)
        parts.append(order[start : start + size])
        start += size
    return parts
