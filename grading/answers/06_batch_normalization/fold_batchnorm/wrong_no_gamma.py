# gamma is forgotten. [0 points]
def fold_batchnorm(W, b, gamma, beta, mean, var, eps=1e-5):
    factor = 1 / np.sqrt(var + eps)
    return W * factor, (b - mean) * factor + beta
