# Off for some sample instead of for every one. [0 points]
def dead_fraction(Z):
    return float(np.mean(np.any(Z <= 0, axis=0)))
