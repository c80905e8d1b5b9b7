# One smallest and one largest value of the whole table. [3 points]
def standardize_fit(X):
    std = np.std(X, axis=0)
    std[X.min(axis=0) == X.max(axis=0)] = 0
    return X.mean(axis=0), std


def standardize(X, mean, std):
    safe = np.where(std == 0, 1, std)
    return np.where(std == 0, 0, (X - mean) / safe).astype((X - mean).dtype)


def minmax_fit(X):
    n = X.shape[1]
    return np.full(n, X.min()), np.full(n, X.max())


def minmax(X, low, high):
    width = np.where(high == low, 1, high - low)
    return np.where(high == low, 0, (X - low) / width).astype(((X - low) / 1).dtype)
