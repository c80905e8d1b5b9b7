# Off on average: the mean of a column is not positive. [0 points]
def dead_fraction(Z):
    return float(np.mean(Z.mean(axis=0) <= 0))
