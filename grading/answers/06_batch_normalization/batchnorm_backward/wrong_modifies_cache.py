# Multiplies X_hat in the cache in place. [4 points]
def batchnorm_backward(dY, cache):
    X_hat, s, gamma = cache
    dgamma, dbeta = (dY * X_hat).sum(axis=0), dY.sum(axis=0)
    X_hat *= dgamma / len(dY)
    return gamma / s * (dY - dbeta / len(dY) - X_hat), dgamma, dbeta
