# Share of activations that are zero. [0 points]
def dead_fraction(Z):
    return float(np.mean(np.maximum(Z, 0) == 0))
