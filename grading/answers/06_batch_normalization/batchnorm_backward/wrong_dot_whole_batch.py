# The products are summed over all features in dX. [2 points]
def batchnorm_backward(dY, cache):
    X_hat, s, gamma = cache
    N = len(dY)
    dgamma = (dY * X_hat).sum(axis=0)
    dbeta = dY.sum(axis=0)
    dX = gamma / s * (dY - dY.mean() - X_hat * np.vdot(dY, X_hat) / N)
    return dX, dgamma, dbeta
