# Returns which units are dead. [0 points]
def dead_fraction(Z):
    return np.all(Z <= 0, axis=0)
