# Two branches that return; lists instead of tuples; in inference the cache is None.
def batchnorm_forward(X, gamma, beta, running_mean, running_var, momentum=0.9, eps=1e-5, training=True):
    if not training:
        return [gamma * (X - running_mean) / np.sqrt(running_var + eps) + beta, None, running_mean, running_var]
    mu = np.mean(X, axis=0)
    D = X - mu
    v = np.mean(np.square(D), axis=0)
    s = np.sqrt(v + eps)
    X_hat = D / s
    Y = X_hat * gamma + beta
    rho = momentum
    return [Y, [X_hat, s, gamma], rho * running_mean + (1 - rho) * mu, rho * running_var + (1 - rho) * v]
