# Each number chooses its part at random: the sizes vary. [1 point]
def split(n, fractions, rng):
    labels = rng.choice(len(fractions), size=n, p=fractions)
    return [np.flatnonzero(labels == k) for k in range(len(fractions))]
