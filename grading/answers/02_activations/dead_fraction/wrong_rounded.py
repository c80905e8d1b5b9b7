# Rounded to two decimals. [0 points]
def dead_fraction(Z):
    return round(float(np.mean(np.all(Z <= 0, axis=0))), 2)
