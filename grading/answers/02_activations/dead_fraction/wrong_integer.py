# Rounded to a whole number. [0 points]
def dead_fraction(Z):
    return int(np.mean(np.all(Z <= 0, axis=0)))
