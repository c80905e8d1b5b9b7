# Parts of equal size, whatever the fractions are. [2 points]
def split(n, fractions, rng):
    return np.array_split(rng.permutation(n), len(fractions))
