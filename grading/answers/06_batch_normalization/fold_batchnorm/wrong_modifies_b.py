# `b -= mean` changes the input. [2 points]
def fold_batchnorm(W, b, gamma, beta, mean, var, eps=1e-5):
    factor = gamma / np.sqrt(var + eps)
    b -= mean
    return W * factor, b * factor + beta
