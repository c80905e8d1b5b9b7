# Normalises with the batch in inference, too. [4 points]
def batchnorm_forward(X, gamma, beta, running_mean, running_var, momentum=0.9, eps=1e-5, training=True):
    if training:
        mu, v = X.mean(axis=0), X.var(axis=0)
        running_mean = momentum * running_mean + (1 - momentum) * mu
        running_var = momentum * running_var + (1 - momentum) * v
    else:
        mu, v = X.mean(axis=0), X.var(axis=0)
    s = np.sqrt(v + eps)
    X_hat = (X - mu) / s
    Y = gamma * X_hat + beta
    return Y, (X_hat, s, gamma), running_mean, running_var
