# dgamma and dbeta are summed over everything. [3 points]
def batchnorm_backward(dY, cache):
    X_hat, s, gamma = cache
    N = len(dY)
    dgamma = (dY * X_hat).sum(axis=0)
    dbeta = dY.sum(axis=0)
    dX = gamma / s * (dY - dbeta / N - X_hat * dgamma / N)
    return dX, np.full_like(s, (dY * X_hat).sum()), np.full_like(s, dY.sum())
