# 1/(N-1) for the way over the variance. [3 points]
def batchnorm_backward(dY, cache):
    X_hat, s, gamma = cache
    N = len(dY)
    dgamma = (dY * X_hat).sum(axis=0)
    dbeta = dY.sum(axis=0)
    dX = gamma / s * (dY - dbeta / N - X_hat * dgamma / max(N - 1, 1))
    return dX, dgamma, dbeta
