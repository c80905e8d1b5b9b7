# Counts units in a loop over the columns.
def dead_fraction(Z):
    dead = 0
    for column in Z.T:
        if (column <= 0).all():
            dead += 1
    return dead / Z.shape[1]
