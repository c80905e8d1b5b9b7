# Plain Python: sorted by remainder, slices of a shuffled list.
def split(n, fractions, rng):
    sizes = [int(n * f) for f in fractions]
    order = sorted(range(len(fractions)), key=lambda k: (-round(n * fractions[k] - sizes[k], 9), k))
    for k in order[: n - sum(sizes)]:
        sizes[k] += 1
    numbers = list(range(n))
    rng.shuffle(numbers)
    parts, start = [], 0
    for size in sizes:
        parts.append(np.array(numbers[start : start + size], dtype=int))
        start += size
    return parts
