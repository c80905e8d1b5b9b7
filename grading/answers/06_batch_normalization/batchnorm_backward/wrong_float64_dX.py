# dX is filled into a float64 array. [5 points]
def batchnorm_backward(dY, cache):
    X_hat, s, gamma = cache
    N = len(dY)
    dgamma = (dY * X_hat).sum(axis=0)
    dbeta = dY.sum(axis=0)
    dX = gamma / s * (dY - dbeta / N - X_hat * dgamma / N)
    out = np.zeros(dY.shape)
    out[:] = dX
    dX = out
    return dX, dgamma, dbeta
