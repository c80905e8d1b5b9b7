# A unit is dead if its largest pre-activation is not positive.
def dead_fraction(Z):
    return float((Z.max(axis=0) <= 0).mean())
