# dX_hat in the sums and gamma in front as well. [2 points]
def batchnorm_backward(dY, cache):
    X_hat, s, gamma = cache
    N = len(dY)
    dgamma = (dY * X_hat).sum(axis=0)
    dbeta = dY.sum(axis=0)
    D = gamma * dY
    dX = gamma / s * (D - D.sum(axis=0) / N - X_hat * (D * X_hat).sum(axis=0) / N)
    return dX, dgamma, dbeta
