# The sum over a column of Z, without the ReLU, is not positive. [0 points]
def dead_fraction(Z):
    return float(np.mean(Z.sum(axis=0) <= 0))
