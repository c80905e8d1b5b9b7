# Divides gamma in the cache by s in place. [4 points]
def batchnorm_backward(dY, cache):
    X_hat, s, gamma = cache
    N = len(dY)
    dgamma = (dY * X_hat).sum(axis=0)
    dbeta = dY.sum(axis=0)
    gamma /= s
    dX = gamma * (dY - dbeta / N - X_hat * dgamma / N)
    return dX, dgamma, dbeta
