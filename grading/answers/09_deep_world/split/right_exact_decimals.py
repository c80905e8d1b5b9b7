# Exact decimal fractions; random keys are sorted.
def split(n, fractions, rng):
    from fractions import Fraction

    shares = [n * Fraction(str(f)) for f in fractions]
    sizes = [share.numerator // share.denominator for share in shares]
    remainders = [share - size for share, size in zip(shares, sizes)]
    while sum(sizes) < n:
        k = remainders.index(max(remainders))
        sizes[k] += 1
        remainders[k] = Fraction(-1)
    order = np.argsort(rng.random(n))
    ends = list(itertools.accumulate(sizes))
    return [order[end - size : end] for end, size in zip(ends, sizes)]
