# Constant features are divided by 1: new data do not become 0. [2 points]
def standardize_fit(X):
    std = np.std(X, axis=0)
    std[X.min(axis=0) == X.max(axis=0)] = 0
    return X.mean(axis=0), std


def standardize(X, mean, std):
    return (X - mean) / np.where(std == 0, np.ones_like(std), std)


def minmax_fit(X):
    return X.min(axis=0), X.max(axis=0)


def minmax(X, low, high):
    width = np.where(high == low, 1, high - low)
    return (X - low) / width
