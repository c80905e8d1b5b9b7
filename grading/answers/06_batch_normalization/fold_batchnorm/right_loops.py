# Loops over inputs and units.
def fold_batchnorm(W, b, gamma, beta, mean, var, eps=1e-5):
    new_W, new_b = np.empty_like(W), np.empty_like(b)
    for j in range(len(b)):
        root = (var[j] + eps) ** 0.5
        for i in range(W.shape[0]):
            new_W[i, j] = gamma[j] * W[i, j] / root
        new_b[j] = gamma[j] * (b[j] - mean[j]) / root + beta[j]
    return new_W, new_b
