# Number of dead units instead of their share. [0 points]
def dead_fraction(Z):
    return float(np.sum(np.all(Z <= 0, axis=0)))
