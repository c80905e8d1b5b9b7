# gamma and beta swapped. [0 points]
def fold_batchnorm(W, b, beta, gamma, mean, var, eps=1e-5):
    factor = gamma / np.sqrt(var + eps)
    return W * factor, (b - mean) * factor + beta
