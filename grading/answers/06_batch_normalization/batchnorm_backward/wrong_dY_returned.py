# Builds dX in dY and returns it. [4 points]
def batchnorm_backward(dY, cache):
    X_hat, s, gamma = cache
    dgamma, dbeta = (dY * X_hat).sum(axis=0), dY.sum(axis=0)
    dY -= dbeta / len(dY) + X_hat * (dgamma / len(dY))
    dY *= gamma / s
    return dY, dgamma, dbeta
