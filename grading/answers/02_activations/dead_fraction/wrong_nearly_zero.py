# Counts units as dead whose activations are positive, but below 1e-8. [0 points]
def dead_fraction(Z):
    return sum(np.allclose(relu(Z[:, j]), 0) for j in range(Z.shape[1])) / Z.shape[1]
