# Takes Z for activations: a unit is dead if it is exactly 0. [0 points]
def dead_fraction(Z):
    return float(np.mean(np.all(Z == 0, axis=0)))
