# Scales the rows of W: an error where W is not square. [0 points]
def fold_batchnorm(W, b, gamma, beta, mean, var, eps=1e-5):
    factor = gamma / np.sqrt(var + eps)
    return W * factor[:, None], (b - mean) * factor + beta
