# Each part is drawn from what is left.
def split(n, fractions, rng):
    shares = [f * n for f in fractions]
    sizes = [math.floor(s + 1e-9) for s in shares]
    by_remainder = sorted(range(len(sizes)), key=lambda k: round(sizes[k] - shares[k], 6))
    for k in by_remainder[: n - sum(sizes)]:
        sizes[k] += 1
    rest, parts = np.arange(n), []
    for size in sizes:
        part = rng.choice(rest, size=size, replace=False)
        rest = np.setdiff1d(rest, part)
        parts.append(part)
    return parts
