# Only the first feature, as in the example. [0 points]
def batchnorm_backward(dY, cache):
    X_hat, s, gamma = (part[..., :1] for part in cache)
    dY = dY[:, :1]
    N = len(dY)
    dgamma = (dY * X_hat).sum(axis=0)
    dbeta = dY.sum(axis=0)
    dX = gamma / s * (dY - dbeta / N - X_hat * dgamma / N)
    return dX, dgamma, dbeta
