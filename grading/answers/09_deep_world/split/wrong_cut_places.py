# The places of the cuts are rounded down. [2 points]
def split(n, fractions, rng):
    return np.split(rng.permutation(n), (np.cumsum(fractions)[:-1] * n).astype(int))
