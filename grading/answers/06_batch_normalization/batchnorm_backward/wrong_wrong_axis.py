# Sums over the features. [0 points]
def batchnorm_backward(dY, cache):
    X_hat, s, gamma = cache
    N = dY.shape[1]
    dgamma = (dY * X_hat).sum(axis=1, keepdims=True)
    dbeta = dY.sum(axis=1, keepdims=True)
    dX = gamma / s * (dY - dbeta / N - X_hat * dgamma / N)
    return dX, dgamma, dbeta
