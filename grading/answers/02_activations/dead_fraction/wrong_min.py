# The smallest pre-activation instead of the largest. [0 points]
def dead_fraction(Z):
    return float(np.mean(Z.min(axis=0) <= 0))
