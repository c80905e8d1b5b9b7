# mean and var swapped. [0 points]
def fold_batchnorm(W, b, gamma, beta, var, mean, eps=1e-5):
    factor = gamma / np.sqrt(var + eps)
    return W * factor, (b - mean) * factor + beta
