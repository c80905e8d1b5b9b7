# Rows instead of columns: samples that reach no unit. [0 points]
def dead_fraction(Z):
    return float(np.mean(np.all(Z <= 0, axis=1)))
