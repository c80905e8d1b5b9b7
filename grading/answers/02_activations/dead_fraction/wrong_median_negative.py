# Off for at least half of the samples. [0 points]
def dead_fraction(Z):
    return float(np.mean(np.median(Z, axis=0) <= 0))
