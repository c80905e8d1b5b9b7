# Returns (b, W). [0 points]
def fold_batchnorm(W, b, gamma, beta, mean, var, eps=1e-5):
    factor = gamma / np.sqrt(var + eps)
    return (b - mean) * factor + beta, W * factor
