# In percent. [0 points]
def dead_fraction(Z):
    return 100 * float(np.mean(np.all(Z <= 0, axis=0)))
