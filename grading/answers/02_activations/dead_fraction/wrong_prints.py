# Prints instead of returning. [0 points]
def dead_fraction(Z):
    print(float(np.mean(np.all(Z <= 0, axis=0))))
