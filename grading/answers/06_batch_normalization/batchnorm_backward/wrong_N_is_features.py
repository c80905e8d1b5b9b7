# N is the number of features. [2 points]
def batchnorm_backward(dY, cache):
    X_hat, s, gamma = cache
    N = dY.shape[1]
    dgamma = (dY * X_hat).sum(axis=0)
    dbeta = dY.sum(axis=0)
    dX = gamma / s * (dY - dbeta / N - X_hat * dgamma / N)
    return dX, dgamma, dbeta
