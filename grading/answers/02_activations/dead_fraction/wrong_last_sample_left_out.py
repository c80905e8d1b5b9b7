# Loop ends one sample early when there are more than two. [0 points]
def dead_fraction(Z):
    dead = Z[0] <= 0
    for i in range(1, max(len(Z) - 1, min(len(Z), 2))):
        dead = dead & (Z[i] <= 0)
    return float(dead.mean())
