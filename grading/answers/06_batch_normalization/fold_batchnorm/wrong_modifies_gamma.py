# `gamma /= ...` changes the input. [2 points]
def fold_batchnorm(W, b, gamma, beta, mean, var, eps=1e-5):
    gamma /= np.sqrt(var + eps)
    factor = gamma
    return W * factor, (b - mean) * factor + beta
