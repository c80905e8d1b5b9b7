# Drops the constant features. [2 points]
def standardize_fit(X):
    std = np.std(X, axis=0)
    std[X.min(axis=0) == X.max(axis=0)] = 0
    return X.mean(axis=0), std


def standardize(X, mean, std):
    return ((X - mean)[:, std > 0]) / std[std > 0]


def minmax_fit(X):
    return X.min(axis=0), X.max(axis=0)


def minmax(X, low, high):
    keep = high > low
    return (X - low)[:, keep] / (high - low)[keep]
