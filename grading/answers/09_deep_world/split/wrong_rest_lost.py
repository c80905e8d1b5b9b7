# What rounding down leaves over is lost. [1 point]
def split(n, fractions, rng):
    order, parts, start = rng.permutation(n), [], 0
    for f in fractions:
        size = int(n * f)
        parts.append(order[start : start + size])
        start += size
    return parts
