# The factors as a diagonal matrix.
def fold_batchnorm(W, b, gamma, beta, mean, var, eps=1e-5):
    D = np.diag(gamma / np.sqrt(var + eps))
    return W @ D, (b - mean) @ D + beta
