# `dY *= gamma` changes the input. [4 points]
def batchnorm_backward(dY, cache):
    X_hat, s, gamma = cache
    dgamma, dbeta = (dY * X_hat).sum(axis=0), dY.sum(axis=0)
    dY *= gamma
    dX = (dY - dY.mean(axis=0) - X_hat * (dY * X_hat).mean(axis=0)) / s
    return dX, dgamma, dbeta
