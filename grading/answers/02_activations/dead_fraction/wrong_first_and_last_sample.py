# Looks at the first and the last sample only. [0 points]
def dead_fraction(Z):
    return float(np.mean((Z[0] <= 0) & (Z[-1] <= 0)))
