# dX from dgamma and dbeta, with N taken out.
def batchnorm_backward(dY, cache):
    X_hat, s, gamma = cache
    N = dY.shape[0]
    dbeta = dY.sum(0)
    dgamma = np.diag(dY.T @ X_hat).copy()
    dX = gamma * (N * dY - dbeta - X_hat * dgamma) / (N * s)
    return dX, dgamma, dbeta
