# Scales the rows of W. [1 point]
def fold_batchnorm(W, b, gamma, beta, mean, var, eps=1e-5):
    factor = gamma / np.sqrt(var + eps)
    return W * np.resize(factor, len(W))[:, None], (b - mean) * factor + beta
