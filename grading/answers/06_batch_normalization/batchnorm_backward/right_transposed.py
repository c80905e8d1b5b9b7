# Row by row of the transpose with dot products.
def batchnorm_backward(dY, cache):
    X_hat, s, gamma = cache
    rows, dgamma, dbeta = [], [], []
    for d, h, scale, root in zip(dY.T, X_hat.T, gamma, s):
        along, total = np.dot(d, h), np.sum(d)
        rows.append((d - total / len(d) - h * (along / len(d))) * (scale / root))
        dgamma.append(along)
        dbeta.append(total)
    return np.array(rows).T, np.array(dgamma), np.array(dbeta)
