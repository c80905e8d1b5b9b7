# Takes the number of units for the number of inputs in a loop. [1 point]
def fold_batchnorm(W, b, gamma, beta, mean, var, eps=1e-5):
    factor = gamma / np.sqrt(var + eps)
    new_W = np.zeros_like(W)
    for i in range(min(len(b), len(W))):
        new_W[i] = W[i] * factor
    return new_W, (b - mean) * factor + beta
