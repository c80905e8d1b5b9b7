# The places of the cuts are rounded. [2 points]
def split(n, fractions, rng):
    return np.split(rng.permutation(n), np.round(np.cumsum(fractions)[:-1] * n).astype(int))
