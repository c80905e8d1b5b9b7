# The bias as a last row of W, all scaled at once with einsum; returns a list.
def fold_batchnorm(W, b, gamma, beta, mean, var, eps=1e-5):
    table = np.vstack([W, b - mean])
    table = np.einsum("ij,j,j->ij", table, gamma, (var + eps) ** -0.5)
    table[-1] += beta
    return [table[:-1], table[-1]]
