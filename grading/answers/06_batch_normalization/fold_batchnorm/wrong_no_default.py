# eps has no default. [2 points]
def fold_batchnorm(W, b, gamma, beta, mean, var, eps):
    factor = gamma / np.sqrt(var + eps)
    return W * factor, (b - mean) * factor + beta
