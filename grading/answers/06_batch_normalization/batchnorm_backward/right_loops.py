# Loops over features and samples; sums in Python.
def batchnorm_backward(dY, cache):
    X_hat, s, gamma = cache
    N, n = dY.shape
    dX, dgamma, dbeta = np.zeros_like(dY), np.zeros_like(s), np.zeros_like(s)
    for j in range(n):
        for k in range(N):
            dgamma[j] += dY[k, j] * X_hat[k, j]
            dbeta[j] += dY[k, j]
        for i in range(N):
            total = 0.0
            for k in range(N):
                total += dY[k, j] * ((i == k) - (1 + X_hat[i, j] * X_hat[k, j]) / N)
            dX[i, j] = gamma[j] / s[j] * total
    return dX, dgamma, dbeta
