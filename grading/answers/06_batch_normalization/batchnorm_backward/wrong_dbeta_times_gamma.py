# dbeta contains gamma. [3 points]
def batchnorm_backward(dY, cache):
    X_hat, s, gamma = cache
    N = len(dY)
    dgamma = (dY * X_hat).sum(axis=0)
    dbeta = dY.sum(axis=0)
    dX = gamma / s * (dY - dbeta / N - X_hat * dgamma / N)
    dbeta = gamma * dbeta
    return dX, dgamma, dbeta
