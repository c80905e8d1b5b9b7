# Returns a dictionary. [0 points]
def batchnorm_backward(dY, cache):
    X_hat, s, gamma = cache
    N = len(dY)
    dgamma = (dY * X_hat).sum(axis=0)
    dbeta = dY.sum(axis=0)
    dX = gamma / s * (dY - dbeta / N - X_hat * dgamma / N)
    return {'dX': dX, 'dgamma': dgamma, 'dbeta': dbeta}
