# // instead of /. [0 points]
def dead_fraction(Z):
    return np.sum(np.all(Z <= 0, axis=0)) // Z.shape[1]
