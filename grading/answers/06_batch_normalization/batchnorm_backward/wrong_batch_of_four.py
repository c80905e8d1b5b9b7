# N is 4, as in the example. [2 points]
def batchnorm_backward(dY, cache):
    X_hat, s, gamma = cache
    N = 4
    dgamma = (dY * X_hat).sum(axis=0)
    dbeta = dY.sum(axis=0)
    dX = gamma / s * (dY - dbeta / N - X_hat * dgamma / N)
    return dX, dgamma, dbeta
