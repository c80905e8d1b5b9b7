# Normalises with the old running statistics in training, too. [2 points]
def batchnorm_forward(X, gamma, beta, running_mean, running_var, momentum=0.9, eps=1e-5, training=True):
    old = running_mean, running_var
    if training:
        mu, v = X.mean(axis=0), X.var(axis=0)
        running_mean = momentum * running_mean + (1 - momentum) * mu
        running_var = momentum * running_var + (1 - momentum) * v
    else:
        mu, v = running_mean, running_var
    s = np.sqrt(old[1] + eps)
    X_hat = (X - old[0]) / s
    Y = gamma * X_hat + beta
    return Y, (X_hat, s, gamma), running_mean, running_var
