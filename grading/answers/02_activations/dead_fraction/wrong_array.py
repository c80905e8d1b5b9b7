# An array of one number. [0 points]
def dead_fraction(Z):
    return np.mean(np.all(Z <= 0, axis=0), keepdims=True)
