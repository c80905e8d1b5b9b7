# Number of samples that are off, compared with N.
def dead_fraction(Z):
    N, n = Z.shape
    return float(np.sum(np.sum(Z <= 0, axis=0) == N)) / n
