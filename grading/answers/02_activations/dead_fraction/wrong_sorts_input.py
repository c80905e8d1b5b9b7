# Right number, but sorts the columns in place. [0 points]
def dead_fraction(Z):
    Z.sort(axis=0)
    return float(np.mean(Z[-1] <= 0))
