# `W *= factor` changes the input. [2 points]
def fold_batchnorm(W, b, gamma, beta, mean, var, eps=1e-5):
    factor = gamma / np.sqrt(var + eps)
    W *= factor
    return W, (b - mean) * factor + beta
