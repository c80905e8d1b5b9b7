# Finite differences: too few digits. [2 points]
def batchnorm_backward(dY, cache):
    X_hat, s, gamma = cache
    N = len(dY)
    dgamma = (dY * X_hat).sum(axis=0)
    dbeta = dY.sum(axis=0)
    dX = np.zeros_like(dY)

    def loss(X):
        v = 1 - ((X_hat * s) ** 2).mean(axis=0) / s**2  # eps / s^2
        root = np.sqrt(X.var(axis=0) + v)
        return (dY * gamma / s * (X - X.mean(axis=0)) / root).sum(axis=0)

    for k in range(N):
        E = np.zeros_like(dY)
        E[k] = 1e-3
        dX[k] = (loss(X_hat + E) - loss(X_hat - E)) / 2e-3
    return dX, dgamma, dbeta
