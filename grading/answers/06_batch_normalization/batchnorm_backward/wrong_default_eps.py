# Takes eps = 1e-5 out of s and divides by the bare standard deviation. [2 points]
def batchnorm_backward(dY, cache):
    X_hat, s, gamma = cache
    N = len(dY)
    s = np.sqrt(np.maximum(s**2 - 1e-5, 1e-12))
    dgamma = (dY * X_hat).sum(axis=0)
    dbeta = dY.sum(axis=0)
    dX = gamma / s * (dY - dbeta / N - X_hat * dgamma / N)
    return dX, dgamma, dbeta
