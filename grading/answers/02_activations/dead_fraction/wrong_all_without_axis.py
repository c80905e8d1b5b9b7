# all without an axis: 1 only if everything is dead. [0 points]
def dead_fraction(Z):
    return float(np.mean(np.all(Z <= 0)))
