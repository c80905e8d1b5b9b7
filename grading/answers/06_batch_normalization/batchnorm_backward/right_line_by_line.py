# The six lines of the derivation.
def batchnorm_backward(dY, cache):
    X_hat, s, gamma = cache
    N = len(dY)
    dbeta = np.sum(dY, axis=0)
    dgamma = np.sum(dY * X_hat, axis=0)
    dX_hat = dY * gamma
    U = X_hat * s  # X - mean
    ds = -np.sum(dX_hat * U, axis=0) / s**2
    dv = ds / (2 * s)
    dU = dX_hat / s + dv * 2 * U / N
    dmu = -np.sum(dU, axis=0)
    dX = dU + dmu / N
    return dX, dgamma, dbeta
