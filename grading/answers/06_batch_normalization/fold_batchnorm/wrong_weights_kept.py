# The weights stay as they are. [1 point]
def fold_batchnorm(W, b, gamma, beta, mean, var, eps=1e-5):
    factor = gamma / np.sqrt(var + eps)
    return W.copy(), (b - mean) * factor + beta
