# The absolute value of gamma. [0 points]
def fold_batchnorm(W, b, gamma, beta, mean, var, eps=1e-5):
    factor = np.abs(gamma) / np.sqrt(var + eps)
    return W * factor, (b - mean) * factor + beta
