# Everything in place on copies, also the running statistics.
def batchnorm_forward(X, gamma, beta, running_mean, running_var, momentum=0.9, eps=1e-5, training=True):
    running_mean, running_var = running_mean.copy(), running_var.copy()
    X_hat = np.array(X)
    if training:
        mu = X_hat.mean(axis=0)
        X_hat -= mu
        v = (X_hat**2).mean(axis=0)
        running_mean *= momentum
        running_mean += (1 - momentum) * mu
        running_var *= momentum
        running_var += (1 - momentum) * v
    else:
        X_hat -= running_mean
        v = running_var
    s = np.sqrt(v + eps)
    X_hat /= s
    Y = X_hat.copy()
    Y *= gamma
    Y += beta
    return Y, (X_hat, s, gamma.copy()), running_mean, running_var
