# Unpacks the cache in another order. [2 points]
def batchnorm_backward(dY, cache):
    X_hat, gamma, s = cache
    N = len(dY)
    dgamma = (dY * X_hat).sum(axis=0)
    dbeta = dY.sum(axis=0)
    dX = gamma / s * (dY - dbeta / N - X_hat * dgamma / N)
    return dX, dgamma, dbeta
