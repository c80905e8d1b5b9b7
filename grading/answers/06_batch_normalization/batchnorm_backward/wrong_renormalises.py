# Divides by the spread of X_hat, which is not 1: eps, constant features. [2 points]
def batchnorm_backward(dY, cache):
    X_hat, s, gamma = cache
    N = len(dY)
    X_hat = X_hat / X_hat.std(axis=0)
    dgamma = (dY * cache[0]).sum(axis=0)
    dbeta = dY.sum(axis=0)
    dX = gamma / s * (dY - dbeta / N - X_hat * dgamma / N)
    return dX, dgamma, dbeta
