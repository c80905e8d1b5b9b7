# Share of the units that are alive; in the example that is one half, too. [0 points]
def dead_fraction(Z):
    return float(np.mean(np.any(Z > 0, axis=0)))
