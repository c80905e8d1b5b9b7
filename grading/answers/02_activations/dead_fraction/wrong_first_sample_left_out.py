# Loop starts at sample 1. [0 points]
def dead_fraction(Z):
    dead = np.ones(Z.shape[1], bool)
    for i in range(1, len(Z)):
        dead &= Z[i] <= 0
    return float(dead.mean())
