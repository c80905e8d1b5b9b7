# Everything becomes float32: too few digits. [0 points]
def fold_batchnorm(W, b, gamma, beta, mean, var, eps=1e-5):
    W, b = W.astype(np.float32), b.astype(np.float32)
    gamma, beta = gamma.astype(np.float32), beta.astype(np.float32)
    mean, var = mean.astype(np.float32), var.astype(np.float32)
    factor = gamma / np.sqrt(var + eps)
    return W * factor, (b - mean) * factor + beta
