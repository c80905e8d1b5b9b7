# Looks at the first sample only. [0 points]
def dead_fraction(Z):
    return float(np.mean(Z[0] <= 0))
