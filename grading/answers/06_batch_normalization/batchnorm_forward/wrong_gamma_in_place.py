# Multiplies gamma by 1/s in place. [2 points]
def batchnorm_forward(X, gamma, beta, running_mean, running_var, momentum=0.9, eps=1e-5, training=True):
    if training:
        mu, v = X.mean(axis=0), X.var(axis=0)
        running_mean = momentum * running_mean + (1 - momentum) * mu
        running_var = momentum * running_var + (1 - momentum) * v
    else:
        mu, v = running_mean, running_var
    s = np.sqrt(v + eps)
    X_hat = (X - mu) / s
    keep = gamma.copy()
    gamma /= s
    Y = gamma * (X - mu) + beta
    return Y, (X_hat, s, keep), running_mean, running_var
