# Returns one table with the bias as last row. [0 points]
def fold_batchnorm(W, b, gamma, beta, mean, var, eps=1e-5):
    factor = gamma / np.sqrt(var + eps)
    return np.vstack([W * factor, (b - mean) * factor + beta])
