# Sums instead of means in dX. [2 points]
def batchnorm_backward(dY, cache):
    X_hat, s, gamma = cache
    N = len(dY)
    dgamma = (dY * X_hat).sum(axis=0)
    dbeta = dY.sum(axis=0)
    dX = gamma / s * (dY - dbeta - X_hat * dgamma)
    return dX, dgamma, dbeta
