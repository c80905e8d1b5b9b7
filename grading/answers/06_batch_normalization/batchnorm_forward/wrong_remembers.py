# Keeps the running statistics in the function, not in what is passed in. [3 points]
def batchnorm_forward(X, gamma, beta, running_mean, running_var, momentum=0.9, eps=1e-5, training=True):
    self = batchnorm_forward
    if training:
        mu, v = X.mean(axis=0), X.var(axis=0)
        old = getattr(self, "old", (np.zeros_like(mu), np.ones_like(v)))
        if old[0].shape != mu.shape:
            old = np.zeros_like(mu), np.ones_like(v)
        self.old = momentum * old[0] + (1 - momentum) * mu, momentum * old[1] + (1 - momentum) * v
        running_mean, running_var = self.old
        running_mean, running_var = running_mean.astype(X.dtype), running_var.astype(X.dtype)
    else:
        mu, v = getattr(self, "old", (running_mean, running_var))
        if len(mu) != len(running_mean):
            mu, v = running_mean, running_var
    s = np.sqrt(v + eps)
    X_hat = (X - mu) / s.astype(X.dtype)
    return gamma * X_hat + beta, (X_hat, s, gamma), running_mean, running_var
