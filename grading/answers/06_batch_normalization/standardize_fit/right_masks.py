# Only the columns that vary are computed at all.
def standardize_fit(X):
    varies = (X != X[0]).any(axis=0)
    std = np.zeros_like(X.mean(axis=0))
    std[varies] = X[:, varies].std(axis=0)
    return [X.mean(axis=0), std]


def standardize(X, mean, std):
    j = np.flatnonzero(std)
    Z = np.zeros_like(X - mean)
    Z[:, j] = (X[:, j] - mean[j]) / std[j]
    return Z


def minmax_fit(X):
    return tuple(f.reduce(X, axis=0) for f in (np.minimum, np.maximum))


def minmax(X, low, high):
    j = np.flatnonzero(high > low)
    U = np.zeros(X.shape, np.result_type(X, np.float32) if X.dtype == np.float32 else float)
    U[:, j] = (X[:, j] - low[j]) / (high[j] - low[j])
    return U
