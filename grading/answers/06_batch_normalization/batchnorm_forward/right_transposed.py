# Works on rows of the transpose, with keepdims.
def batchnorm_forward(X, gamma, beta, running_mean, running_var, momentum=0.9, eps=1e-5, training=True):
    F = X.T
    if training:
        mu, v = F.mean(axis=1, keepdims=True), F.var(axis=1, keepdims=True)
        running_mean = np.average([running_mean, mu[:, 0]], axis=0, weights=[momentum, 1 - momentum])
        running_var = np.average([running_var, v[:, 0]], axis=0, weights=[momentum, 1 - momentum])
        running_mean, running_var = running_mean.astype(X.dtype), running_var.astype(X.dtype)
    else:
        mu, v = running_mean[:, None], running_var[:, None]
    s = np.sqrt(v + eps)
    H = (F - mu) / s
    Y = gamma[:, None] * H + beta[:, None]
    return Y.T, (H.T, s.ravel(), gamma), running_mean, running_var
