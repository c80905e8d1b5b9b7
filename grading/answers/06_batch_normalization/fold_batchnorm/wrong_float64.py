# Everything becomes float64. [2 points]
def fold_batchnorm(W, b, gamma, beta, mean, var, eps=1e-5):
    W, b = W.astype(float), b.astype(float)
    factor = gamma / np.sqrt(var + eps)
    return W * factor, (b - mean) * factor + beta
