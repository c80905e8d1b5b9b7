# Takes gamma from the notebook, not from the cache. [0 points]
def batchnorm_backward(dY, cache):
    X_hat, s, _ = cache
    N = len(dY)
    dgamma = (dY * X_hat).sum(axis=0)
    dbeta = dY.sum(axis=0)
    dX = gamma / s * (dY - dbeta / N - X_hat * dgamma / N)
    return dX, dgamma, dbeta
