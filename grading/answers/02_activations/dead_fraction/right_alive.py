# 1 minus the share of units that are on at least once.
def dead_fraction(Z):
    return 1 - np.count_nonzero(np.any(Z > 0, axis=0)) / Z.shape[1]
