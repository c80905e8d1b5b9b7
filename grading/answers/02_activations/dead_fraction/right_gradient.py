# No sample lets a gradient through: relu' is 0 in the whole column.
def dead_fraction(Z):
    n_open = np.einsum("ij->j", relu_prime(Z))
    return float(np.sum(n_open == 0) / n_open.size)
