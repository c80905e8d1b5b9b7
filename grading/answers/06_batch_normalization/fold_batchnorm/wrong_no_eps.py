# eps is forgotten. [2 points]
def fold_batchnorm(W, b, gamma, beta, mean, var, eps=1e-5):
    factor = gamma / np.sqrt(var)
    return W * factor, (b - mean) * factor + beta
