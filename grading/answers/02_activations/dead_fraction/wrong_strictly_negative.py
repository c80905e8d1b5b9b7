# Below zero instead of at or below: a unit at 0 counts as alive. [0 points]
def dead_fraction(Z):
    return float(np.mean(np.all(Z < 0, axis=0)))
