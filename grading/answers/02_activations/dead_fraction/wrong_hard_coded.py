# Always one half, the example's answer. [0 points]
def dead_fraction(Z):
    return 0.5
