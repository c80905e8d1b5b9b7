# einsum for the sums; the running values move towards the batch's.
def batchnorm_forward(X, gamma, beta, running_mean, running_var, momentum=0.9, eps=1e-5, training=True):
    mean, var = running_mean, running_var
    if training:
        mean = np.einsum("kj->j", X) / len(X)
        var = np.einsum("kj,kj->j", X - mean, X - mean) / len(X)
        running_mean = running_mean + (1 - momentum) * (mean - running_mean)
        running_var = running_var + (1 - momentum) * (var - running_var)
    s = (var + eps) ** 0.5
    X_hat = np.einsum("kj,j->kj", X - mean, 1 / s)
    return np.einsum("kj,j->kj", X_hat, gamma) + beta, (X_hat, s, gamma), running_mean, running_var
