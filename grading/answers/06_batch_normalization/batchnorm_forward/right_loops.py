# Column by column with plain sums.
def batchnorm_forward(X, gamma, beta, running_mean, running_var, momentum=0.9, eps=1e-5, training=True):
    N, n = X.shape
    Y, X_hat, s = np.empty_like(X), np.empty_like(X), np.empty_like(gamma)
    new_mean, new_var = running_mean.copy(), running_var.copy()
    for j in range(n):
        if training:
            mu = sum(X[:, j]) / N
            v = sum((x - mu) ** 2 for x in X[:, j]) / N
            new_mean[j] = momentum * running_mean[j] + (1 - momentum) * mu
            new_var[j] = momentum * running_var[j] + (1 - momentum) * v
        else:
            mu, v = running_mean[j], running_var[j]
        s[j] = (v + eps) ** 0.5
        for k in range(N):
            X_hat[k, j] = (X[k, j] - mu) / s[j]
            Y[k, j] = gamma[j] * X_hat[k, j] + beta[j]
    return Y, (X_hat, s, gamma), new_mean, new_var
