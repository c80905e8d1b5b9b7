# Share of entries instead of units. [0 points]
def dead_fraction(Z):
    return float(np.mean(Z <= 0))
