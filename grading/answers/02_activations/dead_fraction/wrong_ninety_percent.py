# Off for at least 90 % of the samples. [0 points]
def dead_fraction(Z):
    return float(np.mean(np.mean(Z <= 0, axis=0) >= 0.9))
