# The ReLU activations of a dead unit sum to 0; a NumPy number.
def dead_fraction(Z):
    return np.mean(relu(Z).sum(axis=0) == 0)
