# Sends zeros and the unit vectors through the two layers.
def fold_batchnorm(W, b, gamma, beta, mean, var, eps=1e-5):
    def layers(X):
        Z = X @ W + b
        return gamma * (Z - mean) / np.sqrt(var + eps) + beta

    m = W.shape[0]
    new_b = layers(np.zeros((1, m), dtype=W.dtype))[0]
    return layers(np.eye(m, dtype=W.dtype)) - new_b, new_b
