# Plain lists for the sizes, a stable sort, and a shuffle in place.
def split(n, fractions, rng):
    shares = [n * f for f in fractions]
    sizes = [int(s) for s in shares]
    by_remainder = sorted(range(len(shares)), key=lambda k: shares[k] - sizes[k], reverse=True)
    for k in by_remainder[: n - sum(sizes)]:
        sizes[k] += 1
    numbers = np.arange(n)
    rng.shuffle(numbers)
    parts, start = [], 0
    for size in sizes:
        parts.append(numbers[start : start + size])
        start += size
    return parts
