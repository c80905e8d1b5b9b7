# Sizes rounded up, the last part gets less. [2 points]
def split(n, fractions, rng):
    order, parts, start = rng.permutation(n), [], 0
    for f in fractions:
        size = math.ceil(n * f)
        parts.append(order[start : start + size])
        start += size
    return parts
