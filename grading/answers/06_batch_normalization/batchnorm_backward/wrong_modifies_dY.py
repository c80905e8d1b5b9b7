# Centres dY in place. [4 points]
def batchnorm_backward(dY, cache):
    X_hat, s, gamma = cache
    dgamma, dbeta = (dY * X_hat).sum(axis=0), dY.sum(axis=0)
    dY -= dY.mean(axis=0)
    dY -= X_hat * (dY * X_hat).mean(axis=0)
    return dY * gamma / s, dgamma, dbeta
