# Results are written into an array of the type of X: integers stay integers. [2 points]
def standardize_fit(X):
    std = np.std(X, axis=0)
    std[X.min(axis=0) == X.max(axis=0)] = 0
    return X.mean(axis=0), std


def standardize(X, mean, std):
    Z = np.zeros_like(X)
    for j in range(X.shape[1]):
        if std[j] > 0:
            Z[:, j] = (X[:, j] - mean[j]) / std[j]
    return Z


def minmax_fit(X):
    return X.min(axis=0), X.max(axis=0)


def minmax(X, low, high):
    U = np.zeros_like(X)
    for j in range(X.shape[1]):
        if high[j] > low[j]:
            U[:, j] = (X[:, j] - low[j]) / (high[j] - low[j])
    return U
