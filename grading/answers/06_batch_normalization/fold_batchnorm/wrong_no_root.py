# Divides by the variance. [0 points]
def fold_batchnorm(W, b, gamma, beta, mean, var, eps=1e-5):
    factor = gamma / (var + eps)
    return W * factor, (b - mean) * factor + beta
