# Updates the running statistics in inference and then uses them. [4 points]
def batchnorm_forward(X, gamma, beta, running_mean, running_var, momentum=0.9, eps=1e-5, training=True):
    mu, v = X.mean(axis=0), X.var(axis=0)
    running_mean = momentum * running_mean + (1 - momentum) * mu
    running_var = momentum * running_var + (1 - momentum) * v
    if not training:
        mu, v = running_mean, running_var
    s = np.sqrt(v + eps)
    X_hat = (X - mu) / s
    return gamma * X_hat + beta, (X_hat, s, gamma), running_mean, running_var
