# The first part gets all that is left over. [2 points]
def split(n, fractions, rng):
    sizes = [int(n * f) for f in fractions]
    sizes[0] += n - sum(sizes)
    return np.split(rng.permutation(n), np.cumsum(sizes)[:-1])
